/** Keeping the summary of a dossier true, in the transaction that stores its messages. */

import type { StoredMessage } from "./base.ts";
import type { WriteTx } from "./database.ts";
import { addMessages, emptySummary, RUN, type StoredSummary } from "./digest.ts";

/** Add messages to the summary of a scope; null when there are none. */
export async function extendSummary(tx: WriteTx, s: number, messages: StoredMessage[]): Promise<StoredSummary | null> {
  if (messages.length === 0) return null;
  const held = (await tx.objectStore("summary").get(s)) as StoredSummary | undefined;
  return putSummary(tx, addMessages(held ?? emptySummary(s), messages));
}

/** Make the summary of a scope anew, from its messages. */
export async function rebuildSummary(tx: WriteTx, s: number): Promise<StoredSummary> {
  return putSummary(tx, addMessages(emptySummary(s), await latest(tx, s)));
}

async function putSummary(tx: WriteTx, summary: StoredSummary): Promise<StoredSummary> {
  await tx.objectStore("summary").put(summary, summary.s);
  return summary;
}

/** The last RUN messages of a thread; numbers have no hole, so a range is a count. */
async function latest(tx: WriteTx, s: number): Promise<StoredMessage[]> {
  const index = tx.objectStore("message").index("seq");
  const all = IDBKeyRange.bound([s, 0], [s, Infinity]);
  const newest = (await index.openKeyCursor(all, "prev"))?.key as [number, number] | undefined;
  if (!newest) return [];
  return (await index.getAll(IDBKeyRange.bound([s, newest[1] - RUN + 1], [s, Infinity]))) as StoredMessage[];
}
