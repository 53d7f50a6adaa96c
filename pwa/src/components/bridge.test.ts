import assert from "node:assert/strict";
import { test } from "node:test";
import { hangings, inARow, planksOf } from "./bridge.ts";

const count = (hours: Parameters<typeof planksOf>[0]) => {
  const planks = planksOf(hours);
  return [...["validated", "declared", "to_come"].map((kind) => planks.filter((one) => one === kind).length), planks.length];
};

test("a plank an hour, validated first, then declared, then to come", () => {
  assert.deepEqual(count({ validated: 5, declared: 4, to_come: 6 }), [5, 4, 6, 15]);
  assert.deepEqual(planksOf({ validated: 1, declared: 1, to_come: 1 }).slice(0, 4), ["validated", "declared", "to_come", null]);
});

test("an empty week has fifteen places and no plank", () => {
  assert.deepEqual(count({ validated: 0, declared: 0, to_come: 0 }), [0, 0, 0, 15]);
});

test("beyond fifteen hours the bridge is crossed, never longer", () => {
  assert.deepEqual(count({ validated: 18, declared: 5, to_come: 2 }), [15, 0, 0, 15]);
  assert.deepEqual(count({ validated: 13, declared: 5, to_come: 2 }), [13, 2, 0, 15]);
});

test("the bridge is the same seen from both banks", () => {
  const list = hangings();
  assert.equal(list[0]?.y, list[14]?.y);
  assert.equal(list[0]?.tilt, -(list[14]?.tilt ?? 0));
  assert.equal(list[7]?.tilt, 0);
});

test("on one line, planks of a kind are drawn together, each at its place", () => {
  const row = inARow(planksOf({ validated: 2, declared: 1, to_come: 0 }));
  assert.deepEqual(row.map(({ plank }) => plank), ["validated", "declared", "none"]);
  assert.deepEqual(row.map(({ path }) => path.match(/M/g)?.length), [2, 1, 12]);
  assert.ok(row[1]?.path.startsWith("M16.8 1h"));
});
