import assert from "node:assert/strict";
import { test } from "node:test";
import { lengthOf } from "./length.ts";

test("a usual message shows no counter", () => {
  assert.equal(lengthOf("Bonjour"), null);
  assert.equal(lengthOf("a".repeat(3599)), null);
});

test("the counter appears near the end and says how much is too much", () => {
  assert.deepEqual(lengthOf("a".repeat(3600)), { count: 3600, excess: 0 });
  assert.deepEqual(lengthOf("a".repeat(4000)), { count: 4000, excess: 0 });
  assert.deepEqual(lengthOf("a".repeat(4012)), { count: 4012, excess: 12 });
});

test("a smiley is one character, and spaces around do not count", () => {
  assert.deepEqual(lengthOf(`  ${"😀".repeat(4000)}\n`), { count: 4000, excess: 0 });
});
