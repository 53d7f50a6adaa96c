/** What arrives while the thread is open and nobody looks is marked by the unread line; shared/spoken says it aloud. */

import type { Signal } from "@preact/signals";
import type { Id, Side } from "../../../api/types.ts";
import type { MessageItem } from "../../../store/conversation.ts";
import { record } from "../../../store/records.ts";
import { isAttentive } from "./attention.ts";
import { arrivals, newestOfOthers, newestSeq } from "./news.ts";
import { type Line, lineAfterAbsence } from "./unread.ts";

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

/** Note what a change of the list brings; answers how many messages of the other side arrived. */
export function hear({ before, after }: Change, { youngPersonId, mySide, line }: Listener): number {
  const arrived = arrivals(before, after, mySide);
  if (arrived.length > 0 && !isAttentive()) {
    const read = record("read_position", youngPersonId)?.d.seq ?? 0;
    const news = { read, before: newestOfOthers(before, mySide), newest: newestSeq(after) };
    line.value = lineAfterAbsence(line.peek(), news);
  }
  return arrived.length;
}
