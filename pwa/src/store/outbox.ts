/**
 * What this device has written and the server has not confirmed (« Mes envois »). Nothing here may ever be lost:
 * version 1 for ever, opaque values, strict durability. Start with `enqueue`.
 */

import type { Instant } from "../api/types.ts";
import { Database, type Schema, type WriteTx } from "./database.ts";
import { newClientId, newId } from "./ids.ts";
import type { Intent, NewIntent, Quarantined, Sent } from "./intent.ts";
import { forgetDraft, type SpentDraft } from "./spentDrafts.ts";

const STORES = ["intent", "lane", "quarantine", "sent", "draft", "blob", "meta"];

export function outboxSchema(user: string): Schema {
  return { name: `outbox:${user}`, version: 1, upgrade: (db) => STORES.forEach((store) => db.createObjectStore(store)) };
}

/** This browser's identifier for this user, made at the first call. */
export function readClient(outbox: Database): Promise<string> {
  return outbox.write(["meta"], "strict", async (tx) => {
    const held = (await tx.objectStore("meta").get("client")) as string | undefined;
    if (held) return held;
    const client = newClientId();
    await tx.objectStore("meta").put(client, "client");
    return client;
  });
}

export async function readMeta<T>(outbox: Database, key: string): Promise<T | undefined> {
  return outbox.read(["meta"], (tx) => tx.objectStore("meta").get(key) as Promise<T | undefined>);
}

export async function writeMeta(outbox: Database, key: string, value: unknown): Promise<void> {
  await outbox.write(["meta"], "strict", (tx) => tx.objectStore("meta").put(value, key));
}

export interface Extras {
  /** Draft to forget in the same transaction: by its key alone, whatever it holds. */
  draft?: string | SpentDraft;
  /** Key of a refused intent that this one replaces. */
  replaces?: string;
  /** The loop is free to send at once: spares a transaction before the request. */
  tried?: boolean;
  /** Called with the gestures once the disk is at work, perhaps twice: what is drawn then does not delay it. */
  begun?(coming: Unnumbered[]): void;
}

/** A gesture that has everything but its place in a lane. */
export type Unnumbered = Omit<Intent, "n">;

/** Number and keep gestures, all in one durable transaction; they are safe when the promise resolves. Throws DeviceFull. */
export async function enqueue(outbox: Database, gestures: NewIntent[], at: Instant, extras: Extras = {}): Promise<Intent[]> {
  const named = gestures.map((gesture) => ({ base: {}, ...gesture, u: newId(at), mv: 1, at, ...(extras.tried ? { tried: true } : {}) }));
  return outbox.write(["lane", "intent", "draft", "quarantine"], "strict", async (tx) => {
    const work = Promise.all([
      appendAll(tx, named),
      extras.draft && forgetDraft(tx, extras.draft),
      extras.replaces && tx.objectStore("quarantine").delete(extras.replaces),
    ]);
    extras.begun?.(named);
    const [kept] = await work;
    return kept;
  });
}

async function appendAll(tx: WriteTx, named: Unnumbered[]): Promise<Intent[]> {
  const kept: Intent[] = [];
  for (const one of named) kept.push(await append(tx, one));
  return kept;
}

/** Give the next number of its lane to an intent; the transaction must hold "lane" and "intent". */
export async function append(tx: WriteTx, one: Unnumbered): Promise<Intent> {
  // Both questions at once: each answer of the disk may wait for a screen that is being drawn.
  const [next, newest] = await Promise.all([nextNumber(tx, one.s), tx.objectStore("intent").openCursor(laneRange(one.s), "prev")]);
  const last = newest?.value as Intent | undefined;
  // A transaction run twice after a lost connection may have been complete the first time.
  if (last?.u === one.u) return last;
  const intent = { ...one, n: next };
  await Promise.all([
    tx.objectStore("intent").put(intent, [one.s, next]),
    tx.objectStore("lane").put({ next: next + 1 }, one.s),
  ]);
  return intent;
}

async function nextNumber(tx: WriteTx, s: number): Promise<number> {
  const lane = (await tx.objectStore("lane").get(s)) as { next: number } | undefined;
  return lane?.next ?? 1;
}

/** Every intent of a lane, in order. */
export function laneRange(s: number): IDBKeyRange {
  return IDBKeyRange.bound([s, 0], [s, Infinity]);
}

export interface OutboxContent {
  client: string | undefined;
  intents: Intent[];
  quarantine: Quarantined[];
  sent: Sent[];
}

/** Everything that is on its way, in one snapshot; `sent` only since `sentSince`. */
export function readOutbox(outbox: Database, sentSince: Instant): Promise<OutboxContent> {
  return outbox.read(["meta", "intent", "quarantine", "sent"], async (tx) => {
    const [client, intents, quarantine, sent] = await Promise.all([
      tx.objectStore("meta").get("client"),
      tx.objectStore("intent").getAll(),
      tx.objectStore("quarantine").getAll(),
      tx.objectStore("sent").getAll(IDBKeyRange.lowerBound([sentSince])),
    ]);
    return { client, intents, quarantine, sent } as OutboxContent;
  });
}

const ARCHIVE_MS = 30 * 86_400_000;

/** Put an intent into the archive of 30 days; the transaction must hold "sent". */
export async function archive(tx: WriteTx, intent: Intent, at: Instant, client: string): Promise<void> {
  await tx.objectStore("sent").put({ intent, at, client } satisfies Sent, [at, intent.u]);
}

/**
 * Put back what was sent in the last 30 days, under the same numbers: the server, restored from a backup,
 * answers again what it remembers and does again what it has forgotten.
 */
export function unarchive(outbox: Database, client: string): Promise<void> {
  return outbox.write(["intent", "sent"], "strict", async (tx) => {
    const store = tx.objectStore("intent");
    for (const { intent, at, client: author } of (await tx.objectStore("sent").getAll()) as Sent[]) {
      const { o, ...again } = intent;
      if (author !== client || o === "rejected" || (await store.get([intent.s, intent.n])) !== undefined) continue;
      await store.put(again, [intent.s, intent.n]);
      await tx.objectStore("sent").delete([at, intent.u]);
    }
  });
}

/** Forget what was sent more than 30 days ago. */
export async function pruneArchive(outbox: Database, now: Instant): Promise<void> {
  await outbox.write(["sent"], "relaxed", (tx) => tx.objectStore("sent").delete(IDBKeyRange.upperBound([now - ARCHIVE_MS])));
}
