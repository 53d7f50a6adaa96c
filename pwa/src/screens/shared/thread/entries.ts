/** What the list shows, in order: days, the unread line, messages. */

import type { Id } from "../../../api/types.ts";
import { civilDay } from "../../../i18n/dates.ts";
import type { MessageItem } from "../../../store/conversation.ts";

export type Entry =
  | { type: "day"; key: string; at: number }
  | { type: "unread"; key: string }
  | { type: "message"; key: string; item: MessageItem; isOutOfDay: boolean };

/**
 * Messages are in order of arrival: one that arrived late stays under the day already open and says when it was
 * written (`isOutOfDay`), so that no day is ever shown twice. The unread line lies above `firstUnread`.
 */
export function entriesOf(items: readonly MessageItem[], firstUnread: Id | null): Entry[] {
  const entries: Entry[] = [];
  let day = "";
  for (const item of items) {
    const written = civilDay(item.at);
    if (written > day) entries.push({ type: "day", key: `day ${(day = written)}`, at: item.at });
    if (item.id === firstUnread) entries.push({ type: "unread", key: "unread" });
    entries.push({ type: "message", key: item.id, item, isOutOfDay: written < day });
  }
  return entries;
}
