/** What the list shows, in order: days, the unread line, messages. */

import type { Side } from "../../../api/types.ts";
import { civilDay } from "../../../i18n/dates.ts";
import type { MessageItem } from "../../../store/conversation.ts";
import { isUnder, type Line } from "./unread.ts";

export type Entry =
  | { type: "day"; key: string; at: number }
  | { type: "unread"; key: string }
  | { type: "message"; key: string; item: MessageItem; isOutOfDay: boolean };

/**
 * Messages are in order of arrival: one that arrived late stays under the day already open and says when it was
 * written (`isOutOfDay`), so that no day is ever shown twice.
 */
export function entriesOf(items: readonly MessageItem[], line: Line | null, mySide: Side): Entry[] {
  const entries: Entry[] = [];
  let day = "";
  let isLineDue = line !== null;
  for (const item of items) {
    const written = civilDay(item.at);
    if (written > day) entries.push({ type: "day", key: `day ${(day = written)}`, at: item.at });
    if (isLineDue && line && isUnder(line, item, mySide)) {
      entries.push({ type: "unread", key: "unread" });
      isLineDue = false;
    }
    entries.push({ type: "message", key: item.id, item, isOutOfDay: written < day });
  }
  return entries;
}
