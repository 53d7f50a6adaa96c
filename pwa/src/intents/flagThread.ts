import type { Id } from "../api/types.ts";
import type { Reducer } from "../store/overlay.ts";
import { notesScope, record } from "../store/records.ts";
import { keep } from "../store/write.ts";
import { needed, type Done } from "./done.ts";

export const triageFlag: Reducer<"triage"> = {
  type: "triage.flag",
  kind: "triage",
  apply(row, { s, id, set }) {
    return { s, k: "triage", id, v: 0, ...row, d: { handled: 0, ...row?.d, flagged: set.flagged as boolean } };
  },
};

/** Put a thread aside to follow it, or stop following it (advisors). */
export async function flagThread({ youngPersonId, flagged }: { youngPersonId: Id; flagged: boolean }): Promise<Done> {
  const held = record("triage", youngPersonId);
  if ((held?.d.flagged ?? false) === flagged) return {};
  const s = needed(notesScope(youngPersonId));
  await keep([{ s, type: "triage.flag", id: youngPersonId, base: { flagged: held?.v ?? 0 }, set: { flagged } }]);
  return {
    async undo() {
      await flagThread({ youngPersonId, flagged: !flagged });
    },
  };
}
