import type { Id } from "../api/types.ts";
import { readMessage } from "../store/base.ts";
import type { Reducer } from "../store/overlay.ts";
import { dossierScope } from "../store/records.ts";
import type { SpentDraft } from "../store/spentDrafts.ts";
import { rewrite } from "../store/unsent.ts";
import { keep, openedStore, showChange, watchingRoom } from "../store/write.ts";
import { needed, type Done } from "./done.ts";

export const messageEdit: Reducer<"message"> = {
  type: "message.edit",
  kind: "message",
  apply(row, { at, set }) {
    if (!row || row.d.deleted !== null) return row;
    return { ...row, d: { ...row.d, text: set.text as string, edited: at } };
  },
};

/** Change the words of one's own message; `draft`: what to forget in the same transaction. */
export async function editMessage(gesture: { youngPersonId: Id; id: Id; text: string; draft?: string | SpentDraft }): Promise<Done> {
  const { id, draft } = gesture;
  const text = gesture.text.trim();
  const s = needed(dossierScope(gesture.youngPersonId));
  const { outbox, base } = openedStore();
  // A message that never left is simply written anew: no time limit, no « modifié ».
  if (await watchingRoom(() => rewrite(outbox, s, id, text, draft))) {
    await showChange();
    return {};
  }
  const v = (await readMessage(base, s, id))?.v ?? 0;
  await keep([{ s, type: "message.edit", id, base: { text: v }, set: { text } }], { draft });
  return {};
}
