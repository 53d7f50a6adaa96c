/** Choosing what to send: the oldest unanswered intents of each lane, in order. */

import type { Database, ReadTx, WriteTx } from "../store/database.ts";
import { toWire, type Intent } from "../store/intent.ts";
import type { Slice } from "./wire.ts";

export const MAX_PER_LANE = 50;
const MAX_BYTES = 512 * 1024;

export interface Batch {
  client: string;
  intents: Intent[];
  /** Scopes with intents that left before and whose effect may have come: their lane is asked for. */
  awaited: number[];
  /** Some unanswered intents were left for the next request. */
  hasMore: boolean;
}

/** Take at most `limit` intents. What is taken is marked as tried, durably, before it can leave. */
export async function takeBatch(outbox: Database, limit: number): Promise<Batch> {
  const found = await outbox.read(["meta", "intent"], (tx) => choose(tx, limit));
  if (found.intents.every((intent) => intent.tried)) return found;
  return outbox.write(["meta", "intent"], "strict", async (tx) => {
    const batch = await choose(tx, limit);
    const store = tx.objectStore("intent");
    await Promise.all(batch.intents.filter((one) => !one.tried).map((one) => store.put({ ...one, tried: true }, [one.s, one.n])));
    return batch;
  });
}

async function choose(tx: ReadTx | WriteTx, limit: number): Promise<Batch> {
  const [client, held] = await Promise.all([
    tx.objectStore("meta").get("client") as Promise<string>,
    tx.objectStore("intent").getAll() as Promise<Intent[]>,
  ]);
  const unanswered = held.filter((intent) => intent.o === undefined);
  const intents = fitting(unanswered, limit);
  const awaited = [...new Set(held.filter((intent) => intent.o !== undefined || intent.tried).map((intent) => intent.s))];
  return { client, intents, awaited, hasMore: intents.length < unanswered.length };
}

/** A prefix of each lane, within the limits of one request. Intents come sorted by scope, then number. */
export function fitting(unanswered: Intent[], limit: number): Intent[] {
  const taken: Intent[] = [];
  const perLane = new Map<number, number>();
  let bytes = 0;
  for (const intent of unanswered) {
    const count = perLane.get(intent.s) ?? 0;
    if (count >= MAX_PER_LANE) continue;
    bytes += new TextEncoder().encode(JSON.stringify(toWire(intent))).length;
    if (taken.length >= limit || (bytes > MAX_BYTES && taken.length > 0)) break;
    perLane.set(intent.s, count + 1);
    taken.push(intent);
  }
  return taken;
}

export function slices(intents: Intent[]): Slice[] {
  const byScope = new Map<number, Slice>();
  for (const intent of intents) {
    const slice = byScope.get(intent.s) ?? { s: intent.s, m: [] };
    slice.m.push(toWire(intent));
    byScope.set(intent.s, slice);
  }
  return [...byScope.values()];
}
