import type { Action, ActionStatus, CivilDay, Id, Row } from "../api/types.ts";
import { today } from "../store/followup/days.ts";
import { timeZone } from "../store/followup/timeZone.ts";
import type { Intent } from "../store/intent.ts";
import type { Author, Reducer } from "../store/overlay.ts";
import { dossierScope, record } from "../store/records.ts";
import { keep } from "../store/write.ts";
import { needed, type Done } from "./done.ts";
import { withHistory } from "./history.ts";

export const actionStatus: Reducer<"action"> = {
  type: "action.status",
  kind: "action",
  apply(row, { at, base, set }, by) {
    if (!row || row.d.qualification !== null) return row;
    const status = set.status as ActionStatus;
    const back = status === "done" && !isDeletionSeen(row, base) ? broughtBack(row.d, by, at) : row.d;
    if (back.deleted !== null) return row;
    const done_on = status === "done" ? ((set.done_on as CivilDay | undefined) ?? back.done_on) : null;
    if (status === back.status && done_on === back.done_on) return row;
    return { ...row, d: withHistory({ ...back, status, done_on }, "status", status, by, at) };
  },
};

function isDeletionSeen(row: Row<"action">, base: Intent["base"]): boolean {
  return (base.status ?? 0) >= row.v;
}

/** Work done by somebody who did not know of a deletion cancels it. */
function broughtBack(action: Action, by: Author, at: number): Action {
  return action.deleted === null ? action : withHistory({ ...action, deleted: null }, "restored", null, by, at);
}

/** Say where an action is; `doneOn`: which day it was done, today unless said. */
export async function setActionStatus(gesture: { youngPersonId: Id; id: Id; status: ActionStatus; doneOn?: CivilDay | null }): Promise<Done> {
  const { youngPersonId, id, status } = gesture;
  const held = record("action", id);
  const doneOn = status === "done" ? (gesture.doneOn ?? today(timeZone())) : null;
  if (held && held.d.status === status && held.d.done_on === doneOn) return {};
  const set = { status, ...(doneOn ? { done_on: doneOn } : {}) };
  await keep([{ s: needed(dossierScope(youngPersonId)), type: "action.status", id, base: { status: held?.v ?? 0 }, set }]);
  if (!held) return {};
  return {
    async undo() {
      await setActionStatus({ youngPersonId, id, status: held.d.status, doneOn: held.d.done_on });
    },
  };
}
