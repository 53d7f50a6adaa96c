import assert from "node:assert/strict";
import { test } from "node:test";
import { piecesOf } from "./links.ts";

test("an address in a sentence is a link, without the point that ends the sentence", () => {
  assert.deepEqual(piecesOf("Voir https://www.caf.fr/aides. Bonne journée"), [
    { text: "Voir " },
    { text: "https://www.caf.fr/aides", href: "https://www.caf.fr/aides" },
    { text: ". Bonne journée" },
  ]);
});

test("only web addresses become links", () => {
  for (const text of ["javascript:alert(1)", "www.caf.fr", "data:text/html,x", "http://", "rien"]) {
    assert.deepEqual(piecesOf(text), [{ text }]);
  }
});
