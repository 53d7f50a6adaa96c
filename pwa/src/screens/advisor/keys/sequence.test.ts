import assert from "node:assert/strict";
import { test } from "node:test";
import { type Held, PATIENCE_MS, readKey } from "./sequence.ts";

const known = new Set(["j", "?", "g p", "g m"]);

function type(...keys: [string, number][]): (string | null)[] {
  let held: Held | null = null;
  return keys.map(([key, at]) => {
    const reading = readKey(known, held, { key, at });
    held = reading.held;
    return reading.gesture;
  });
}

test("a known key is a gesture at once", () => {
  assert.deepEqual(type(["j", 0], ["x", 1], ["?", 2]), ["j", null, "?"]);
});

test("g then p goes, within a moment", () => {
  assert.deepEqual(type(["g", 0], ["p", 200]), [null, "g p"]);
  assert.deepEqual(type(["g", 0], ["p", PATIENCE_MS + 1]), [null, null]);
});

test("a wrong second letter is read for itself", () => {
  assert.deepEqual(type(["g", 0], ["j", 1], ["p", 2]), [null, "j", null]);
  assert.deepEqual(type(["g", 0], ["g", 1], ["m", 2]), [null, null, "g m"]);
});
