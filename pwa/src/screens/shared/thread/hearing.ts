/** What arrives while the thread is open: said to a screen reader, and marked by the unread line when nobody looks. */

import type { Signal } from "@preact/signals";
import { announceMessage, announceUrgent } from "../../../a11y/announce.ts";
import type { Id, Side } from "../../../api/types.ts";
import { t } from "../../../i18n/t.ts";
import type { MessageItem } from "../../../store/conversation.ts";
import { record } from "../../../store/records.ts";
import { isAttentive } from "./attention.ts";
import { arrivals, newestOfOthers, newestSeq, refusals } from "./news.ts";
import { type Line, lineAfterAbsence } from "./unread.ts";
import { announcement } from "./words.ts";

interface Listener {
  youngPersonId: Id;
  mySide: Side;
  /** The unread line: arrivals move it while nobody looks. */
  line: Signal<Line | null>;
}

interface Change {
  before: readonly MessageItem[];
  after: readonly MessageItem[];
}

/** Say what a change of the list brings; answers how many messages of the other side arrived. */
export function hear({ before, after }: Change, { youngPersonId, mySide, line }: Listener): number {
  if (refusals(before, after).length > 0) announceUrgent(t("thread.refused"));
  const arrived = arrivals(before, after, mySide);
  for (const item of arrived) announceMessage(announcement(item), (count) => t("thread.arrivals", { count }));
  if (arrived.length > 0 && !isAttentive()) {
    const read = record("read_position", youngPersonId)?.d.seq ?? 0;
    const news = { read, before: newestOfOthers(before, mySide), newest: newestSeq(after) };
    line.value = lineAfterAbsence(line.peek(), news);
  }
  return arrived.length;
}
