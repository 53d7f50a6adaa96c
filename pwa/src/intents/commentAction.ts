import type { Id, Row } from "../api/types.ts";
import { clock } from "../store/clock.ts";
import { newId } from "../store/ids.ts";
import type { Reducer } from "../store/overlay.ts";
import { dossierScope } from "../store/records.ts";
import { keep } from "../store/write.ts";
import { needed, type Done } from "./done.ts";

export const actionComment: Reducer<"comment"> = {
  type: "action.comment",
  kind: "comment",
  apply(row, { s, id, at, set }, by): Row<"comment"> {
    if (row) return row;
    const { action, text } = set as { action: Id; text: string };
    return { s, k: "comment", id, v: 0, d: { action, author: by.id, side: by.side, name: by.name, text, at } };
  },
};

/** Say something about an action; `draft`: key of the draft to forget in the same transaction. */
export async function commentAction(gesture: { youngPersonId: Id; id: Id; text: string; draft?: string }): Promise<Done & { id: Id }> {
  const id = newId(clock.now());
  const set = { action: gesture.id, text: gesture.text.trim() };
  await keep([{ s: needed(dossierScope(gesture.youngPersonId)), type: "action.comment", id, set }], { draft: gesture.draft });
  return { id };
}
