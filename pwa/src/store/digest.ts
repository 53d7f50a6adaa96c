/** A dossier in a few numbers, kept up to date with each page so that lists never read messages. Pure. */

import type { Id, Instant, Message, Side } from "../api/types.ts";
import type { StoredMessage } from "./base.ts";

/** [seq, at, what]: 0 written by the young person, 1 by an advisor, plus 2 when deleted. */
export type Mark = [seq: number, at: Instant, what: number];

export interface StoredSummary {
  s: number;
  /** The message with the highest number, deleted or not. */
  last: { id: Id; v: number; d: Message } | null;
  /** The latest messages, oldest first, at most RUN. */
  run: Mark[];
}

/** Enough to say « 99+ ». */
export const RUN = 100;

export function emptySummary(s: number): StoredSummary {
  return { s, last: null, run: [] };
}

/** The summary once these messages have been received, in whatever order. */
export function addMessages(held: StoredSummary, rows: StoredMessage[]): StoredSummary {
  const marks = new Map(held.run.map((mark) => [mark[0], mark]));
  let last = held.last;
  for (const { id, v, d } of rows) {
    const seq = d.seq ?? 0;
    marks.set(seq, [seq, d.at, (d.side === "advisor" ? 1 : 0) + (d.deleted === null ? 0 : 2)]);
    if (seq >= (last?.d.seq ?? 0)) last = { id, v, d };
  }
  const run = [...marks.values()].sort((one, other) => one[0] - other[0]).slice(-RUN);
  return { s: held.s, last, run };
}

/** How many messages of the other side come after `read`; RUN when there may be more. */
export function countUnread(run: Mark[], mySide: Side, read: number): number {
  const other = mySide === "advisor" ? 0 : 1;
  return run.filter(([seq, , what]) => seq > read && what === other).length;
}

/** When the first unanswered message of the young person was written; null when the last word is an advisor's or handled. */
export function waitingSince(run: Mark[], handled: number): Instant | null {
  let since: Instant | null = null;
  for (let index = run.length - 1; index >= 0; index -= 1) {
    const [seq, at, what] = run[index]!;
    if (what === 1 || (what === 0 && seq <= handled)) break;
    if (what === 0) since = at;
  }
  return since;
}
