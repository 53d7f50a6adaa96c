import type { Id } from "../api/types.ts";
import type { Reducer } from "../store/overlay.ts";
import { dossierScope, record } from "../store/records.ts";
import { keep } from "../store/write.ts";
import { needed, type Done } from "./done.ts";
import { isOpenToChange, withHistory } from "./history.ts";

export const actionQualify: Reducer<"action"> = {
  type: "action.qualify",
  kind: "action",
  apply(row, { at, set }, by) {
    if (!row || !isOpenToChange(row.d) || row.d.status !== "done" || by.side !== "advisor") return row;
    const { hours, comment } = set as { hours: number; comment?: string };
    const qualification = { hours, comment: comment ?? null, by: by.id, name: by.name, at };
    return { ...row, d: withHistory({ ...row.d, qualification }, "qualified", String(hours), by, at) };
  },
};

/** Validate a done action with its hours, 0 to 12 (advisors). It is final: there is nothing to undo. */
export async function qualifyAction(gesture: { youngPersonId: Id; id: Id; hours: number; comment?: string | null }): Promise<Done> {
  const { youngPersonId, id, hours } = gesture;
  const comment = gesture.comment?.trim();
  const base = { status: record("action", id)?.v ?? 0 };
  const set = { hours, ...(comment ? { comment } : {}) };
  await keep([{ s: needed(dossierScope(youngPersonId)), type: "action.qualify", id, base, set }]);
  return {};
}
