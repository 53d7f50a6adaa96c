import type { Id } from "../api/types.ts";
import { readMessage } from "../store/base.ts";
import type { Reducer } from "../store/overlay.ts";
import { dossierScope } from "../store/records.ts";
import { withdraw } from "../store/unsent.ts";
import { keep, openedStore, showChange } from "../store/write.ts";
import { needed, type Done } from "./done.ts";

export const messageDelete: Reducer<"message"> = {
  type: "message.delete",
  kind: "message",
  apply(row, { at }) {
    if (!row || row.d.deleted !== null) return row;
    return { ...row, d: { ...row.d, text: null, deleted: at } };
  },
};

/** Delete one's own message. It can be undone only while it had never left this device. */
export async function deleteMessage({ youngPersonId, id }: { youngPersonId: Id; id: Id }): Promise<Done> {
  const s = needed(dossierScope(youngPersonId));
  const { outbox, base } = openedStore();
  const taken = await withdraw(outbox, s, id);
  if (taken) {
    await showChange();
    return {
      async undo() {
        await keep([{ s, type: "message.send", id, set: taken.set }]);
      },
    };
  }
  const v = (await readMessage(base, s, id))?.v ?? 0;
  await keep([{ s, type: "message.delete", id, base: { text: v }, set: {} }]);
  return {};
}
