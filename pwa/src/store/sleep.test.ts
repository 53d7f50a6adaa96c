import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { test } from "node:test";
import { openDB } from "idb";
import { Database } from "./database.ts";
import { fallAsleep, wakeUp } from "./sleep.ts";

test("a page that falls asleep leaves no transaction open, and writes when it wakes", async () => {
  const sleeper = new Database({ name: "shared", version: 1, upgrade: (db) => db.createObjectStore("word") });
  const write = (word: string) => sleeper.write(["word"], "strict", (tx) => tx.objectStore("word").put(word, word));
  await sleeper.open();
  const anotherPage = await openDB("shared", 1);
  const interrupted = write("interrompu");
  await Promise.resolve();

  fallAsleep();
  const late = write("plus tard");
  const meanwhile = await anotherPage.getAllKeys("word");
  wakeUp();
  await Promise.all([interrupted, late]);

  assert.deepEqual(meanwhile, []);
  assert.deepEqual(await anotherPage.getAllKeys("word"), ["interrompu", "plus tard"]);
  anotherPage.close();
  sleeper.close();
});
