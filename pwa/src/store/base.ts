/** The last rows received from the server. Disposable: whatever is wrong with it, it is erased and filled again. */

import type { Id, Instant, Kind, Kinds, Message } from "../api/types.ts";
import type { Database, Schema } from "./database.ts";
import type { StoredSummary } from "./digest.ts";
import { readLocal } from "./local.ts";

const VERSION = 1;

/** `g`: which filling of the scope wrote the row; those of an older filling go once the new one is complete. */
export interface StoredRow<K extends Kind = Kind> {
  s: number;
  k: K;
  id: Id;
  v: number;
  g: number;
  d: Kinds[K];
  /** Messages only: what they are indexed by. */
  seq?: number;
}
export type StoredMessage = StoredRow<"message">;

/** How far a scope has come. `lane`: last intent of `client` whose effect is in these rows. */
export interface StoredScope {
  s: number;
  epoch: number;
  version: number;
  lane: number;
  client: string;
  g: number;
  /** A page that did not end is being received: up to `to`, replacing everything when `whole`. */
  part?: { epoch: number; to: number; whole: boolean };
}

export function baseSchema(user: string): Schema {
  return {
    name: `base:${user}`,
    version: VERSION,
    // A base that could not be read is made again by any tab; a sign-out forgets the user first.
    mayReturn: () => readLocal("user") === user,
    upgrade: (db, held) => {
      for (const store of [...held]) db.deleteObjectStore(store);
      for (const store of ["row", "scope", "summary", "meta"]) db.createObjectStore(store);
      db.createObjectStore("message").createIndex("seq", ["s", "seq"]);
    },
  };
}

/** Messages are many: they have their own store and are read by windows; every other kind is held in memory. */
export function storeOf(kind: string): "message" | "row" {
  return kind === "message" ? "message" : "row";
}

export interface BaseContent {
  rows: StoredRow[];
  scopes: StoredScope[];
  summaries: StoredSummary[];
  lastSync: Instant | undefined;
  inc: string | undefined;
}

/** Everything but the messages, in one snapshot. */
export function readBase(base: Database): Promise<BaseContent> {
  return base.read(["row", "scope", "summary", "meta"], async (tx) => {
    const [rows, scopes, summaries, lastSync, inc] = await Promise.all([
      tx.objectStore("row").getAll(),
      tx.objectStore("scope").getAll(),
      tx.objectStore("summary").getAll(),
      tx.objectStore("meta").get("lastSync"),
      tx.objectStore("meta").get("inc"),
    ]);
    return { rows, scopes, summaries, lastSync, inc } as BaseContent;
  });
}

export function readScopes(base: Database): Promise<{ scopes: StoredScope[]; inc: string | null }> {
  return base.read(["scope", "meta"], async (tx) => {
    const [scopes, inc] = await Promise.all([tx.objectStore("scope").getAll(), tx.objectStore("meta").get("inc")]);
    return { scopes: scopes as StoredScope[], inc: (inc as string | undefined) ?? null };
  });
}

/** Messages of a thread numbered `from` to `to`, both included, in order. */
export function readMessages(base: Database, s: number, from: number, to: number): Promise<StoredMessage[]> {
  return base.read(["message"], async (tx) => {
    const range = IDBKeyRange.bound([s, from], [s, to]);
    return (await tx.objectStore("message").index("seq").getAll(range)) as StoredMessage[];
  });
}

export async function readMessage(base: Database, s: number, id: Id): Promise<StoredMessage | undefined> {
  return base.read(["message"], (tx) => tx.objectStore("message").get([s, id]) as Promise<StoredMessage | undefined>);
}

export function seqOf(kind: string, d: unknown): { seq?: number } {
  return kind === "message" ? { seq: (d as Message).seq ?? 0 } : {};
}
