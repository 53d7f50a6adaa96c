import assert from "node:assert/strict";
import { test } from "node:test";
import { registerStrings, t } from "./t.ts";

registerStrings({
  "hello": "Bonjour {name}",
  "waiting": "{count, plural, =0 {Tout est parti.} one {# message attend} other {# messages attendent}}",
  "both": "{name} : {count, plural, one {# jeune} other {# jeunes}} sur {total}",
});

test("values take their place, and numbers are written in French", () => {
  assert.equal(t("hello", { name: "Inès" }), "Bonjour Inès");
  assert.equal(t("both", { name: "Nadia", count: 1, total: 12_000 }), "Nadia : 1 jeune sur 12\u202f000");
});

test("in French zero and one are singular", () => {
  assert.deepEqual([0, 1, 2].map((count) => t("waiting", { count })), ["Tout est parti.", "1 message attend", "2 messages attendent"]);
  assert.equal(t("both", { name: "N", count: 0, total: 1 }), "N : 0 jeune sur 1");
});

test("a sentence nobody wrote shows its key, a value nobody gave its name", () => {
  assert.equal(t("missing.key"), "missing.key");
  assert.equal(t("hello"), "Bonjour {name}");
});
