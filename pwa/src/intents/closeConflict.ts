import type { Conflict, Id } from "../api/types.ts";
import type { Reducer } from "../store/overlay.ts";
import { record } from "../store/records.ts";
import { keep } from "../store/write.ts";
import { needed, type Done } from "./done.ts";

export const conflictClose: Reducer<"conflict"> = {
  type: "conflict.close",
  kind: "conflict",
  apply(row, { set }) {
    if (!row) return row;
    return { ...row, d: { ...row.d, state: set.choice as Conflict["state"] } };
  },
};

/** Settle two versions: keep the one shown, or bring the other back. Undoing puts the shown one back. */
export async function closeConflict({ conflictId, choice }: { conflictId: Id; choice: "kept" | "restored" }): Promise<Done> {
  const held = record("conflict", conflictId);
  await keep([{ s: needed(held?.s), type: "conflict.close", id: conflictId, base: { state: held?.v ?? 0 }, set: { choice } }]);
  if (choice === "kept") return {};
  return {
    async undo() {
      await closeConflict({ conflictId, choice: "kept" });
    },
  };
}
