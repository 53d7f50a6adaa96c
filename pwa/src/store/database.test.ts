import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { test } from "node:test";
import { unwrap } from "idb";
import { Database, DeviceFull, Erased } from "./database.ts";
import { openStore } from "./open.ts";
import { enqueue, readOutbox } from "./outbox.ts";

let turn = 0;

function open(mayReturn = false): Database {
  turn += 1;
  return new Database({ name: `db${turn}`, version: 1, upgrade: (db) => db.createObjectStore("word"), mayReturn: () => mayReturn });
}

const put = (db: Database, word: string) => db.write(["word"], "strict", (tx) => tx.objectStore("word").put(word, word));
const all = (db: Database) => db.read(["word"], (tx) => tx.objectStore("word").getAllKeys());

test("a connection lost by the browser is opened again and the write happens", async () => {
  const db = open();
  await put(db, "avant");
  const lost = IDBDatabase.prototype.transaction;
  let failures = 1;
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...given: Parameters<typeof lost>) {
    if (failures-- > 0) throw new DOMException("Connection to Indexed Database server lost. Refresh the page to try again", "UnknownError");
    return lost.apply(this, given);
  } as typeof lost;

  await put(db, "après").finally(() => (IDBDatabase.prototype.transaction = lost));

  assert.deepEqual(await all(db), ["après", "avant"]);
});

test("a write that fails in the middle leaves nothing of itself", async () => {
  const db = open();

  const half = db.write(["word"], "strict", async (tx) => {
    await tx.objectStore("word").put("moitié", "moitié");
    throw new Error("stop");
  });

  await assert.rejects(half, /stop/);
  assert.deepEqual(await all(db), []);
});

/** Run with a disk that refuses every put. */
async function withFullDisk(run: () => Promise<unknown>): Promise<void> {
  const room = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function () {
    throw new DOMException("no room", "QuotaExceededError");
  };
  await run().finally(() => (IDBObjectStore.prototype.put = room));
}

test("a full disk is said by its own name, at the request or at the end of the transaction", async () => {
  const db = open();
  await withFullDisk(() => assert.rejects(put(db, "mot"), DeviceFull));

  const late = db.write(["word"], "strict", async (tx) => {
    await tx.objectStore("word").put("mot", "mot");
    // As browsers do when the disk fills up at the end: an abort that nobody asked for.
    (unwrap(tx) as unknown as { _abort(name: string): void })._abort("QuotaExceededError");
  });
  await assert.rejects(late, DeviceFull);
});

test("a full disk refuses a message without touching those already kept", async () => {
  const { store } = await openStore("full");
  store.tabs.close();
  const say = (text: string) => enqueue(store.outbox, [{ s: 17, type: "message.send", id: text, set: { text } }], 1);
  await say("un");

  await withFullDisk(() => assert.rejects(say("deux"), DeviceFull));
  await say("trois");

  const { intents } = await readOutbox(store.outbox, 0);
  assert.deepEqual(intents.map(({ n, id }) => [n, id]), [[1, "un"], [2, "trois"]]);
});

test("a message kept twice because its connection was lost at the end is kept once", async () => {
  const { store } = await openStore("twice");
  store.tabs.close();
  const write = store.outbox.write.bind(store.outbox);
  store.outbox.write = (async (...given: Parameters<typeof write>) => {
    await write(...given);
    return write(...given);
  }) as typeof write;

  await enqueue(store.outbox, [{ s: 17, type: "message.send", id: "m", set: { text: "m" } }], 1);

  assert.equal((await readOutbox(store.outbox, 0)).intents.length, 1);
});

test("a database erased by another tab is not made again", async () => {
  const db = open();
  await put(db, "mot");

  await new Database({ name: db.name, version: 1, upgrade: () => {} }).erase();

  await assert.rejects(put(db, "encore"), Erased);
});

test("a base erased because it was damaged is made again by the other tabs", async () => {
  const db = open(true);
  await put(db, "mot");

  await new Database({ name: db.name, version: 1, upgrade: (made) => made.createObjectStore("word") }).restart();
  await put(db, "encore");

  assert.deepEqual(await all(db), ["encore"]);
});

test("a base of another version is filled again, and the outbox is kept", async () => {
  const { store } = await openStore("older");
  store.tabs.close();
  await enqueue(store.outbox, [{ s: 17, type: "message.send", id: "m", set: { text: "m" } }], 1);
  await store.base.write(["row"], "relaxed", (tx) => tx.objectStore("row").put({ s: 1 }, [1, "k", "i"]));
  store.base.close();
  await store.outbox.open();
  const asked = indexedDB.open.bind(indexedDB);
  let failures = 1;
  indexedDB.open = (name: string, version?: number) => {
    if (name.startsWith("base:") && failures-- > 0) throw new DOMException("damaged", "UnknownError");
    return asked(name, version);
  };

  const again = await openStore("older").finally(() => (indexedDB.open = asked));
  again.store.tabs.close();

  assert.deepEqual(await again.store.base.read(["row"], (tx) => tx.objectStore("row").getAllKeys()), []);
  assert.equal((await readOutbox(again.store.outbox, 0)).intents.length, 1);
});

test("an outbox that cannot be opened is saved to a file before a new one is made", async () => {
  const { store } = await openStore("damaged");
  store.tabs.close();
  await enqueue(store.outbox, [{ s: 17, type: "message.send", id: "m", set: { text: "précieux" } }], 1);
  store.outbox.close();
  const asked = indexedDB.open.bind(indexedDB);
  let failures = 1;
  indexedDB.open = (name: string, version?: number) => {
    if (name.startsWith("outbox:") && failures-- > 0) throw new DOMException("damaged", "UnknownError");
    return asked(name, version);
  };

  const again = await openStore("damaged").finally(() => (indexedDB.open = asked));
  again.store.tabs.close();

  assert.match((await again.rescued?.text()) ?? "", /précieux/);
  assert.equal((await readOutbox(again.store.outbox, 0)).intents.length, 0);
});
