import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { readThread } from "../../../intents/readThread.ts";
import { record } from "../../../store/records.ts";
import { isAttentive, onAttention } from "./attention.ts";
import type { Pane } from "./pane.ts";
import { messagesIn } from "./scrolling.ts";
import { newestSeen, watchReading } from "./seen.ts";

/** Marks as read what was on screen for a second. Answers what to call when the list has moved. */
export function useReadMark(pane: Pane, scroller: RefObject<HTMLElement | null>): () => void {
  const check = useRef(() => {});
  useEffect(() => {
    const { youngPersonId } = pane;
    const read = () => record("read_position", youngPersonId)?.d.seq ?? 0;
    const watch = watchReading({
      isAttentive,
      seen: () => seenIn(scroller.current, read()),
      read,
      // not awaited: a mark that fails is made again
      mark: (seq) => void readThread({ youngPersonId, seq }).catch(() => {}),
    });
    check.current = watch.check;
    const stopHearing = onAttention(watch.check);
    watch.check();
    return () => {
      stopHearing();
      watch.stop();
    };
  }, [pane]);
  return useRef(() => check.current()).current;
}

/** Measures only what was not read yet: most of the time nothing, however fast one scrolls. */
function seenIn(list: HTMLElement | null, read: number): number {
  if (!list) return 0;
  const unread = [...messagesIn(list)].filter(({ dataset }) => Number(dataset.seq) > read);
  return unread.length === 0 ? 0 : newestSeen(unread.map(extentOf), list.getBoundingClientRect());
}

function extentOf(message: HTMLElement): { seq: number; top: number; bottom: number } {
  const { top, bottom } = (message.querySelector(".bubble") ?? message).getBoundingClientRect();
  return { seq: Number(message.dataset.seq), top, bottom };
}
