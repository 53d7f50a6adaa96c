import assert from "node:assert/strict";
import { test } from "node:test";
import { abandoned, withCurrent } from "./releases.ts";

const release = (build: string) => ({ build, files: [`main-${build}.js`, "preact-1.js"] });

test("a page opened two deployments ago still finds its files", () => {
  const kept = withCurrent([release("c"), release("b"), release("a")], release("d"));
  assert.deepEqual(kept.map(({ build }) => build), ["d", "c", "b"]);
});

test("building the same sources again takes nobody's place", () => {
  const kept = withCurrent([release("b"), release("a")], release("b"));
  assert.deepEqual(kept.map(({ build }) => build), ["b", "a"]);
});

test("only files that no kept release uses are deleted, compressed forms with them", () => {
  const present = ["main-a.js", "main-a.js.br", "main-b.js", "preact-1.js", "preact-1.js.gz"];
  assert.deepEqual(abandoned(present, [release("b")]), ["main-a.js", "main-a.js.br"]);
});
