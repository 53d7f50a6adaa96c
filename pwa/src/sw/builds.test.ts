import assert from "node:assert/strict";
import { test } from "node:test";
import { cacheName, outdated } from "./builds.ts";

const held = ["a", "b", "c"].map(cacheName);

test("the running build and the one before it are kept, others go", () => {
  assert.deepEqual(outdated(held, "c", "a"), [cacheName("b")]);
});

test("on a first start, only what is not the running build goes", () => {
  assert.deepEqual(outdated(held, "c", null), [cacheName("a"), cacheName("b")]);
});

test("caches of something else on the same address are left alone", () => {
  assert.deepEqual(outdated(["photos", "passerelle.memory"], "c", null), []);
});
