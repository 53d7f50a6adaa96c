import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { test } from "node:test";
import { Database } from "./database.ts";
import { fallAsleep, wakeUp } from "./sleep.ts";

const database = (name: string) => new Database({ name, version: 1, upgrade: (db) => db.createObjectStore("word") });

test("a page that falls asleep leaves no transaction open, and writes when it wakes", async () => {
  const sleeper = database("shared");
  const other = database("shared");
  const write = (db: Database, word: string) => db.write(["word"], "strict", (tx) => tx.objectStore("word").put(word, word));
  await sleeper.open();
  const interrupted = write(sleeper, "interrompu");
  await new Promise((resolve) => setImmediate(resolve));

  fallAsleep();
  const late = write(sleeper, "plus tard");
  await other.open();
  await assert.doesNotReject(other.read(["word"], (tx) => tx.objectStore("word").getAllKeys()));
  wakeUp();
  await Promise.all([interrupted, late]);

  const words = await other.read(["word"], (tx) => tx.objectStore("word").getAllKeys());
  assert.deepEqual([...words].sort(), ["interrompu", "plus tard"]);
});
