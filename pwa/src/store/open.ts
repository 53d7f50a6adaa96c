/** Opening the two databases of a user, and what to do with one that cannot be read. */

import { openDB } from "idb";
import { baseSchema } from "./base.ts";
import { Database } from "./database.ts";
import { outboxSchema, readClient } from "./outbox.ts";
import { openTabs, type Tabs } from "./tabs.ts";

export interface Store {
  user: string;
  outbox: Database;
  base: Database;
  tabs: Tabs;
}

export interface Opened {
  store: Store;
  client: string;
  /** Raw records of an outbox that could not be opened, for the person to send to somebody who can help. */
  rescued: Blob | null;
}

export async function openStore(user: string): Promise<Opened> {
  const outbox = new Database(outboxSchema(user));
  const base = new Database(baseSchema(user));
  const rescued = await outbox.open().then(() => null, () => rescue(outbox));
  await base.open().catch((failure: unknown) => refill(base, failure));
  const client = await readClient(outbox);
  return { store: { user, outbox, base, tabs: openTabs(user) }, client, rescued };
}

export function closeStore(store: Store): void {
  store.tabs.close();
  store.outbox.close();
  store.base.close();
}

/** Erase everything this user has on this device. */
export async function eraseStore(store: Store): Promise<void> {
  store.tabs.close();
  await Promise.all([store.outbox.erase(), store.base.erase()]);
}

/** A base that cannot be read is erased: the next synchronisation fills it. A newer one belongs to a newer tab. */
export async function refill(base: Database, failure: unknown): Promise<void> {
  if (failure instanceof DOMException && failure.name === "VersionError") throw failure;
  await base.restart();
}

/** Save what can still be read of an outbox, then start a new one. Throws when it cannot be opened even so. */
async function rescue(outbox: Database): Promise<Blob> {
  const records: Record<string, unknown[]> = {};
  const db = await openDB(outbox.name).catch(() => null);
  for (const store of db?.objectStoreNames ?? []) {
    records[store] = await db!.getAll(store).catch((failure: unknown) => [String(failure)]);
  }
  db?.close();
  await outbox.restart();
  return new Blob([JSON.stringify(records)], { type: "application/json" });
}
