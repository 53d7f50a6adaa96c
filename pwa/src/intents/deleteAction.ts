import type { Id } from "../api/types.ts";
import type { Reducer } from "../store/overlay.ts";
import { dossierScope, record } from "../store/records.ts";
import { keep } from "../store/write.ts";
import { needed, type Done } from "./done.ts";
import { isOpenToChange, withHistory } from "./history.ts";

export const actionDelete: Reducer<"action"> = {
  type: "action.delete",
  kind: "action",
  apply(row, { at }, by) {
    if (!row || !isOpenToChange(row.d) || row.d.status === "done") return row;
    return { ...row, d: withHistory({ ...row.d, deleted: at }, "deleted", null, by, at) };
  },
};

export const actionRestore: Reducer<"action"> = {
  type: "action.restore",
  kind: "action",
  apply(row, { at }, by) {
    if (!row || row.d.deleted === null) return row;
    return { ...row, d: withHistory({ ...row.d, deleted: null }, "restored", null, by, at) };
  },
};

/** Delete an action nobody has done nor commented (see mayDelete): the server refuses the others. */
export async function deleteAction({ youngPersonId, id }: { youngPersonId: Id; id: Id }): Promise<Done> {
  await keep([{ s: needed(dossierScope(youngPersonId)), type: "action.delete", id, base: { deleted: record("action", id)?.v ?? 0 }, set: {} }]);
  return {
    async undo() {
      await restoreAction({ youngPersonId, id });
    },
  };
}

/** Bring a deleted action back as it was. */
export async function restoreAction({ youngPersonId, id }: { youngPersonId: Id; id: Id }): Promise<Done> {
  await keep([{ s: needed(dossierScope(youngPersonId)), type: "action.restore", id, base: { deleted: record("action", id)?.v ?? 0 }, set: {} }]);
  return {
    async undo() {
      await deleteAction({ youngPersonId, id });
    },
  };
}
