import assert from "node:assert/strict";
import { test } from "node:test";
import { excerpt } from "./excerpt.ts";

test("a short text stays whole, on one line", () => {
  assert.equal(excerpt(" Bonjour\nKarim "), "Bonjour Karim");
});

test("a long text is cut between two words, and says so", () => {
  const cut = excerpt("Je vous écris un très long message. ".repeat(111));

  assert.ok(cut.length <= 101, `${cut.length} signs`);
  assert.ok(cut.endsWith("très…") || /\p{L}…$|\.…$/u.test(cut), cut);
  assert.equal("Je vous écris un très long message. ".repeat(4).startsWith(cut.slice(0, -1)), true);
});

test("one endless word is cut all the same, and no sign in two", () => {
  assert.equal(excerpt("👋".repeat(200)), `${"👋".repeat(100)}…`);
});
