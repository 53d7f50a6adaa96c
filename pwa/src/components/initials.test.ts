import assert from "node:assert/strict";
import { test } from "node:test";
import { initials } from "./initials.ts";

test("two letters from the first and last words", () => {
  assert.equal(initials("Nadia Benali"), "NB");
  assert.equal(initials("Jean Pierre de la Tour"), "JT");
});

test("one word gives one letter, accents kept", () => {
  assert.equal(initials("élodie"), "É");
  assert.equal(initials("  "), "");
});
