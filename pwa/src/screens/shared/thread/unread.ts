/** The unread line, « 2 nouveaux messages »: where it lies and what it counts, until the reader leaves. */

import type { Side } from "../../../api/types.ts";
import type { MessageItem } from "../../../store/conversation.ts";

/** Numbers of messages: the line lies after `after`, and counts up to `upTo`. */
export interface Line {
  after: number;
  upTo: number;
}

/** Beyond this the line says « Plus de 99 », and a thread opens at its end rather than that far back. */
export const MANY = 99;

/** null when everything was read. */
export function lineAtOpening({ read, newest }: { read: number; newest: number }): Line | null {
  return newest > read ? { after: read, upTo: newest } : null;
}

/**
 * The line once messages arrived while nobody was looking. Coming back is like opening the thread again:
 * when everything the other side had written `before` was read, the line moves down to what is new.
 */
export function lineAfterAbsence(line: Line | null, news: { read: number; before: number; newest: number }): Line {
  const isAllRead = news.read >= news.before;
  return { after: isAllRead || !line ? news.before : line.after, upTo: news.newest };
}

type Counted = Pick<MessageItem, "seq" | "side" | "deleted">;

/** Whether this message is one of those the line counts: written by the other side. */
export function isUnder(line: Line, item: Counted, mySide: Side): boolean {
  return item.side !== mySide && item.seq !== null && item.seq > line.after && item.seq <= line.upTo;
}

/**
 * The message the line lies above; null when nothing lies under it, or when it is further up than what is held:
 * the first message held is then not the first unread one.
 */
export function firstUnder<T extends Counted>(line: Line, items: readonly T[], mySide: Side): T | null {
  const oldest = items[0]?.seq ?? 0;
  return oldest > line.after + 1 ? null : (items.find((item) => isUnder(line, item, mySide)) ?? null);
}

export function countUnder(line: Line, items: readonly Counted[], mySide: Side): number {
  return items.filter((item) => !item.deleted && isUnder(line, item, mySide)).length;
}
