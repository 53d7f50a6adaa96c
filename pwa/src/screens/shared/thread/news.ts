/** What a change of the list brings to somebody who has the thread open. */

import type { Side } from "../../../api/types.ts";
import type { MessageItem } from "../../../store/conversation.ts";

/** Messages of the other side newer than everything held before; older pages are no news. */
export function arrivals(before: readonly MessageItem[], after: readonly MessageItem[], mySide: Side): MessageItem[] {
  const newest = newestSeq(before);
  return after.filter((item) => item.side !== mySide && !item.deleted && item.seq !== null && item.seq > newest);
}

export function newestSeq(items: readonly MessageItem[]): number {
  return items.reduce((newest, { seq }) => Math.max(newest, seq ?? 0), 0);
}

/** 0 when the other side has written nothing that is held here. */
export function newestOfOthers(items: readonly MessageItem[], mySide: Side): number {
  return newestSeq(items.filter(({ side }) => side !== mySide));
}
