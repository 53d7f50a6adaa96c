import type { Id } from "../api/types.ts";
import type { Reducer } from "../store/overlay.ts";
import { notesScope, record } from "../store/records.ts";
import { keep } from "../store/write.ts";
import { needed, type Done } from "./done.ts";

export const noteDelete: Reducer<"note"> = {
  type: "note.delete",
  kind: "note",
  apply(row, { at }, by) {
    if (!row || row.d.deleted !== null || row.d.author !== by.id) return row;
    // The words stay under the deletion until the server takes them: undone here, they show again.
    return { ...row, d: { ...row.d, deleted: at } };
  },
};

export const noteRestore: Reducer<"note"> = {
  type: "note.restore",
  kind: "note",
  apply(row, _intent, by) {
    if (!row || row.d.deleted === null || row.d.author !== by.id) return row;
    return { ...row, d: { ...row.d, deleted: null } };
  },
};

/** Delete one's own note. */
export async function deleteNote({ youngPersonId, id }: { youngPersonId: Id; id: Id }): Promise<Done> {
  await keep([{ s: needed(notesScope(youngPersonId)), type: "note.delete", id, base: { text: record("note", id)?.v ?? 0 }, set: {} }]);
  return {
    async undo() {
      await restoreNote({ youngPersonId, id });
    },
  };
}

/** Bring one's own deleted note back; its words come from the server when it had left this device. */
export async function restoreNote({ youngPersonId, id }: { youngPersonId: Id; id: Id }): Promise<Done> {
  await keep([{ s: needed(notesScope(youngPersonId)), type: "note.restore", id, set: {} }]);
  return {
    async undo() {
      await deleteNote({ youngPersonId, id });
    },
  };
}
