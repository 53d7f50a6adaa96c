/** What this device keeps of a person's dossiers, and since when. */

import type { Instant } from "../api/types.ts";
import { openedStore } from "./write.ts";

export interface Held {
  /** First time everything was received here; null before that. */
  since: Instant | null;
  messages: number;
  actions: number;
  appointments: number;
  dossiers: number;
  /** Room taken on the device, in bytes; null where the browser does not say. */
  bytes: number | null;
}

/** Count what is stored. */
export async function heldHere(): Promise<Held> {
  const counts = await openedStore().base.read(["row", "message", "meta"], async (tx) => {
    const [rows, messages, since] = await Promise.all([
      tx.objectStore("row").getAll() as Promise<{ k: string }[]>,
      tx.objectStore("message").count(),
      tx.objectStore("meta").get("since") as Promise<Instant | undefined>,
    ]);
    const ofKind = (kind: string) => rows.filter(({ k }) => k === kind).length;
    return { since: since ?? null, messages, actions: ofKind("action"), appointments: ofKind("appointment"), dossiers: ofKind("young_person") };
  });
  const { usage } = (await navigator.storage?.estimate?.()) ?? {};
  return { ...counts, bytes: usage ?? null };
}
