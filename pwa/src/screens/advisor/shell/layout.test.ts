import assert from "node:assert/strict";
import { test } from "node:test";
import { layoutFor } from "./layout.ts";

test("each width takes the arrangement that fits", () => {
  const expected = [[320, "phone"], [639, "phone"], [640, "tablet"], [1023, "tablet"], [1024, "desktop"], [1280, "wide"]];
  for (const [width, layout] of expected) assert.equal(layoutFor(width as number, 16), layout);
});

test("very large text takes the path of a smaller screen", () => {
  assert.equal(layoutFor(1024, 20.8), "tablet");
  assert.equal(layoutFor(800, 20.8), "phone");
  assert.equal(layoutFor(1366, 20.8), "desktop");
});
