import assert from "node:assert/strict";
import { test } from "node:test";
import { layoutFor } from "./layout.ts";

test("each width takes the arrangement that fits", () => {
  const layouts = [320, 639, 640, 1023, 1024, 1279, 1280].map((width) => layoutFor(width, 16));
  assert.deepEqual(layouts, ["phone", "phone", "tablet", "tablet", "desktop", "desktop", "wide"]);
});

test("very large text takes the path of a smaller screen", () => {
  assert.equal(layoutFor(1024, 20.8), "tablet");
  assert.equal(layoutFor(800, 20.8), "phone");
  assert.equal(layoutFor(1366, 20.8), "desktop");
});
