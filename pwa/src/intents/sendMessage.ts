import type { Id, Row } from "../api/types.ts";
import { clock } from "../store/clock.ts";
import { newId } from "../store/ids.ts";
import type { Reducer } from "../store/overlay.ts";
import { dossierScope } from "../store/records.ts";
import type { SpentDraft } from "../store/spentDrafts.ts";
import { keep } from "../store/write.ts";
import { needed, type Done } from "./done.ts";

export const messageSend: Reducer<"message"> = {
  type: "message.send",
  kind: "message",
  apply(row, { s, id, at, set }, by): Row<"message"> {
    if (row) return row;
    const { text, reply_to } = set as { text: string; reply_to?: Id };
    return {
      s, k: "message", id, v: 0,
      d: {
        seq: null, author: by.id, side: by.side, name: by.name, text, at, arrived: at,
        edited: null, deleted: null, reply_to: reply_to ?? null,
      },
    };
  },
};

/** Write a message; resolves once it is safe on this device. `draft`: what to forget in the same transaction. */
export async function sendMessage(gesture: { youngPersonId: Id; text: string; replyTo?: Id; draft?: string | SpentDraft }): Promise<Done & { id: Id }> {
  const { text, replyTo, draft } = gesture;
  const id = newId(clock.now());
  const set = { text: text.trim(), ...(replyTo ? { reply_to: replyTo } : {}) };
  await keep([{ s: needed(dossierScope(gesture.youngPersonId)), type: "message.send", id, set }], { draft });
  return { id };
}
