import assert from "node:assert/strict";
import { test } from "node:test";
import { namesUsed, symbolOf } from "./sprite.ts";

test("only icons that the sources name are drawn", () => {
  const sources = [`<Icon name="house" />`, `const icon = isOpen ? 'eye' : 'eye-off';`, "// a lock, said in passing"];
  assert.deepEqual(namesUsed(["eye", "eye-off", "house", "lock"], sources), ["eye", "eye-off", "house"]);
});

test("a symbol keeps the drawing and leaves colour and stroke to its place", () => {
  const drawn = symbolOf("dot", `<!-- licence -->\n<svg\n  fill="none"\n>\n  <path d="M1 1" />\n  <circle r="2" />\n</svg>`);
  assert.equal(drawn, `<symbol id="dot" viewBox="0 0 24 24"><path d="M1 1"/><circle r="2"/></symbol>`);
});

test("a file that is not a drawing stops the build", () => {
  assert.throws(() => symbolOf("broken", "<html></html>"), /icon broken/);
});
