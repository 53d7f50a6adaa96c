import assert from "node:assert/strict";
import { test } from "node:test";
import { planksOfScene } from "./planks.ts";

test("fifteen planks hang on the rope, the middle one flat and lowest", () => {
  const planks = planksOfScene();
  assert.equal(planks.length, 15);
  assert.deepEqual(planks[7], { x: 160, y: 128, tilt: 0 });
  assert.equal(Math.max(...planks.map(({ y }) => y)), 128);
});

test("the bridge is the same from both banks", () => {
  const planks = planksOfScene();
  const [first, last] = [planks[0]!, planks[14]!];
  assert.equal(first.y, last.y);
  assert.equal(first.tilt, -last.tilt);
});
