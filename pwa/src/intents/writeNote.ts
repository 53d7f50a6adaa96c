import type { Id, Row } from "../api/types.ts";
import { clock } from "../store/clock.ts";
import { newId } from "../store/ids.ts";
import type { Reducer } from "../store/overlay.ts";
import { notesScope } from "../store/records.ts";
import { keep } from "../store/write.ts";
import { deleteNote } from "./deleteNote.ts";
import { needed, type Done } from "./done.ts";

export const noteWrite: Reducer<"note"> = {
  type: "note.write",
  kind: "note",
  apply(row, { s, id, at, set }, by): Row<"note"> {
    if (row) return row;
    return { s, k: "note", id, v: 0, d: { text: set.text as string, author: by.id, name: by.name, at, edited: null, deleted: null } };
  },
};

/** Write a private note about a young person (advisors); `draft`: key of the draft to forget in the same transaction. */
export async function writeNote(gesture: { youngPersonId: Id; text: string; draft?: string }): Promise<Done & { id: Id }> {
  const { youngPersonId, draft } = gesture;
  const id = newId(clock.now());
  await keep([{ s: needed(notesScope(youngPersonId)), type: "note.write", id, set: { text: gesture.text.trim() } }], { draft });
  return {
    id,
    async undo() {
      await deleteNote({ youngPersonId, id });
    },
  };
}
