/** Changes to what has never been in a request: the only intents whose content and number are not final yet. */

import type { Id } from "../api/types.ts";
import type { Database, WriteTx } from "./database.ts";
import type { Intent } from "./intent.ts";
import { laneRange } from "./outbox.ts";
import { forgetDraft, type SpentDraft } from "./spentDrafts.ts";

async function lane(tx: WriteTx, s: number): Promise<Intent[]> {
  return (await tx.objectStore("intent").getAll(laneRange(s))) as Intent[];
}

/** Replace the words of a message that never left; false when it has left, or may have. */
export function rewrite(outbox: Database, s: number, id: Id, text: string, draft?: string | SpentDraft): Promise<boolean> {
  return outbox.write(["intent", "draft"], "strict", async (tx) => {
    const found = (await lane(tx, s)).find((one) => one.id === id && one.type === "message.send");
    if (!found || found.tried) return false;
    await tx.objectStore("intent").put({ ...found, set: { ...found.set, text } }, [s, found.n]);
    if (draft) await forgetDraft(tx, draft);
    return true;
  });
}

/**
 * Take back a message that never left, with what was said about it, and close the numbers up;
 * null when it may have left or when another message answers it.
 * Intents of a lane leave in order, so those after an untried one are untried too: their numbers may change.
 */
export function withdraw(outbox: Database, s: number, id: Id): Promise<Intent | null> {
  return outbox.write(["intent", "lane"], "strict", async (tx) => {
    const held = await lane(tx, s);
    const first = held.findIndex((one) => one.id === id && one.type === "message.send" && !one.tried);
    if (first < 0 || held.some((one) => one.set.reply_to === id)) return null;
    const store = tx.objectStore("intent");
    const stay = held.slice(first).filter((one) => one.id !== id);
    const start = held[first]!.n;
    await store.delete(IDBKeyRange.bound([s, start], [s, Infinity]));
    await Promise.all(stay.map((one, index) => store.put({ ...one, n: start + index }, [s, start + index])));
    await tx.objectStore("lane").put({ next: start + stay.length }, s);
    return held[first]!;
  });
}
