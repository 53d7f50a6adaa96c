import type { Id } from "../api/types.ts";
import type { Reducer } from "../store/overlay.ts";
import { notesScope, record } from "../store/records.ts";
import { keep } from "../store/write.ts";
import { needed, type Done } from "./done.ts";

export const noteEdit: Reducer<"note"> = {
  type: "note.edit",
  kind: "note",
  apply(row, { at, set }, by) {
    if (!row || row.d.deleted !== null || row.d.author !== by.id || row.d.text === set.text) return row;
    return { ...row, d: { ...row.d, text: set.text as string, edited: at } };
  },
};

/** Change the words of one's own note; `draft`: key of the draft to forget in the same transaction. */
export async function editNote(gesture: { youngPersonId: Id; id: Id; text: string; draft?: string }): Promise<Done> {
  const { youngPersonId, id, draft } = gesture;
  const text = gesture.text.trim();
  const held = record("note", id);
  if (held?.d.text === text) return {};
  await keep([{ s: needed(notesScope(youngPersonId)), type: "note.edit", id, base: { text: held?.v ?? 0 }, set: { text } }], { draft });
  const before = held?.d.text;
  if (!before) return {};
  return {
    async undo() {
      await editNote({ youngPersonId, id, text: before });
    },
  };
}
