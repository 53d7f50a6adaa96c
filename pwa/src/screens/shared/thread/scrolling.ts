/** Keeping what the reader looks at in place while messages come and go around it. */

/** A message and how far below the top of the list it is, in CSS pixels. */
export interface Anchor {
  id: string;
  top: number;
}

/** Less than this from the end is the end: fractions of a pixel, and a finger's last nudge. */
const SLACK = 32;

export function isAtBottom({ scrollHeight, scrollTop, clientHeight }: Element): boolean {
  return scrollHeight - scrollTop - clientHeight <= SLACK;
}

export function scrollToBottom(list: Element): void {
  list.scrollTop = list.scrollHeight;
}

/** Bring a part of the list under its top, and scroll nothing else: what is beside the list stays where it is. */
export function scrollToTop(list: Element, part: Element): void {
  const margin = Number.parseFloat(getComputedStyle(list).scrollPaddingBlockStart) || 0;
  list.scrollTop += part.getBoundingClientRect().top - list.getBoundingClientRect().top - margin;
}

/** The first message that is at least partly on screen. */
export function anchorOf(list: Element): Anchor | null {
  const { top } = list.getBoundingClientRect();
  for (const message of messagesIn(list)) {
    const extent = message.getBoundingClientRect();
    if (extent.bottom > top) return { id: message.dataset.id!, top: extent.top - top };
  }
  return null;
}

/** Scroll so that the message is where it was; not every browser does it alone (overflow-anchor). */
export function restore(list: Element, { id, top }: Anchor): void {
  const message = messageIn(list, id);
  if (message) list.scrollTop += message.getBoundingClientRect().top - list.getBoundingClientRect().top - top;
}

export function messageIn(list: Element, id: string): HTMLElement | null {
  return list.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
}

export function messagesIn(list: Element): NodeListOf<HTMLElement> {
  return list.querySelectorAll<HTMLElement>("[data-id]");
}

/** How near an end, in CSS pixels, more messages are brought in. */
const AHEAD = 1000;

export function isNearTop({ scrollTop, clientHeight }: Element): boolean {
  return scrollTop < Math.min(AHEAD, clientHeight * 1.5);
}

export function isNearBottom({ scrollHeight, scrollTop, clientHeight }: Element): boolean {
  return scrollHeight - scrollTop - clientHeight < Math.min(AHEAD, clientHeight * 1.5);
}
