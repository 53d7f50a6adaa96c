import type { Acts } from "./acts.ts";
import { focusComposer } from "./field.ts";
import type { Pane } from "./pane.ts";

/** Up and Down go from message to message, End to the last, Enter opens what may be done, Esc goes back to writing. */
export function useMessageKeys(pane: Pane, acts: Acts): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target as HTMLElement;
    const id = target.closest<HTMLElement>("[data-id]")?.dataset.id;
    if (id === undefined) return;
    const gesture = gestureOf(event.key, { id, isOnMessage: target.dataset.id !== undefined });
    if (!gesture) return;
    event.preventDefault();
    event.stopPropagation();
    gesture();
  };

  function gestureOf(key: string, { id, isOnMessage }: { id: string; isOnMessage: boolean }): (() => void) | undefined {
    const gestures: Record<string, () => void> = {
      ArrowUp: () => void pane.move(id, -1), // not awaited: an older page may have to be read
      ArrowDown: () => void pane.move(id, 1),
      End: () => pane.focusLast(),
      Escape: focusComposer,
    };
    // On a button or a link inside, Enter belongs to it.
    return key === "Enter" && isOnMessage ? () => acts.choose(id) : gestures[key];
  }
}
