import type { MessageItem } from "../../../store/conversation.ts";

/** Between the menu, its message and the edges of the window, in CSS pixels. */
const GAP = 8;

/** On a large screen the menu opens beside its message; elsewhere it comes from below. */
export function placeBeside(menu: HTMLElement, { id, mine }: MessageItem): void {
  const bubble = document.querySelector(`[data-id="${CSS.escape(id)}"] > .bubble`);
  if (!bubble || !matchMedia("(min-width: 40rem)").matches) return;
  menu.dataset.beside = "";
  const { top, left, right, bottom } = bubble.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const below = bottom + GAP;
  const fits = below + height + GAP <= innerHeight;
  menu.style.insetBlockStart = `${fits ? below : Math.max(GAP, top - height - GAP)}px`;
  menu.style.left = `${Math.max(GAP, Math.min(mine ? right - width : left, innerWidth - width - GAP))}px`;
}
