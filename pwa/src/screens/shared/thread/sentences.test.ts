import assert from "node:assert/strict";
import { test } from "node:test";
import { sentencesOf } from "./sentences.ts";

test("a text is read sentence by sentence", () => {
  assert.deepEqual(sentencesOf("Bonjour Karim ! L’atelier est confirmé. À mardi ?\nNadia"), [
    "Bonjour Karim !",
    "L’atelier est confirmé.",
    "À mardi ?",
    "Nadia",
  ]);
});

test("a text without any point is one sentence, and nothing is read of nothing", () => {
  assert.deepEqual(sentencesOf("à demain"), ["à demain"]);
  assert.deepEqual(sentencesOf("  \n "), []);
});
