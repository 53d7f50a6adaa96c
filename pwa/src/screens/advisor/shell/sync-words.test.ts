import assert from "node:assert/strict";
import { test } from "node:test";
import { syncWords } from "./sync-words.ts";

const now = Date.now();

test("up to date is said only of a page checked today, with a network and nothing waiting", () => {
  assert.equal(syncWords({ choose: 0, waiting: 0, online: true, lastSync: now }).key, "top.up_to_date");
  assert.equal(syncWords({ choose: 0, waiting: 2, online: true, lastSync: now }).key, "top.waiting");
  assert.equal(syncWords({ choose: 0, waiting: 0, online: false, lastSync: now }).key, "top.updated_today");
  assert.equal(syncWords({ choose: 0, waiting: 0, online: true, lastSync: now - 3 * 86_400_000 }).key, "top.updated");
  assert.equal(syncWords({ choose: 0, waiting: 0, online: true, lastSync: null }).key, "sync.never");
});

test("what was refused comes before everything: no « À jour » over words that did not leave", () => {
  assert.equal(syncWords({ choose: 1, waiting: 0, online: true, lastSync: now }).key, "sync.choose");
  assert.equal(syncWords({ choose: 1, waiting: 2, online: false, lastSync: now }).key, "sync.choose");
});
