import type { Id } from "../api/types.ts";
import type { Reducer } from "../store/overlay.ts";
import { notesScope, record } from "../store/records.ts";
import { keep } from "../store/write.ts";
import { needed, type Done } from "./done.ts";

export const triageHandle: Reducer<"triage"> = {
  type: "triage.handle",
  kind: "triage",
  apply(row, { s, id, set }) {
    const handled = Math.max(row?.d.handled ?? 0, set.seq as number);
    return { s, k: "triage", id, v: 0, ...row, d: { flagged: false, ...row?.d, handled } };
  },
};

/** Say that messages up to `seq` need no answer any more (advisors). The mark only rises: it has no undo. */
export async function handleThread({ youngPersonId, seq }: { youngPersonId: Id; seq: number }): Promise<Done> {
  if ((record("triage", youngPersonId)?.d.handled ?? 0) >= seq) return {};
  await keep([{ s: needed(notesScope(youngPersonId)), type: "triage.handle", id: youngPersonId, set: { seq } }]);
  return {};
}
