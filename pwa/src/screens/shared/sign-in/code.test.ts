import assert from "node:assert/strict";
import { test } from "node:test";
import { codeServed, heldSecret, missingSigns, secretFor, tidyCode } from "./code.ts";

test("a code is read whatever its case, its dash and its spaces", () => {
  for (const typed of ["VAL7-K4PQ", "val7k4pq", " val7 k4pq ", "VAL7–K4PQ"]) {
    assert.equal(tidyCode(typed), "VAL7-K4PQ");
  }
});

test("a pasted link gives its code", () => {
  assert.equal(tidyCode("https://passerelle.example/connexion#VAL7-K4PQ"), "VAL7-K4PQ");
});

test("a code being typed keeps what is there, and says how many signs are missing", () => {
  assert.equal(tidyCode("val7"), "VAL7");
  assert.equal(tidyCode("val7k"), "VAL7-K");
  assert.equal(missingSigns("val7-k4"), 2);
  assert.equal(missingSigns("VAL7-K4PQ"), 0);
});

test("signs after the eighth are left out", () => {
  assert.equal(tidyCode("VAL7-K4PQ99"), "VAL7-K4PQ");
});

test("a code keeps one secret on this device until it has served", () => {
  const first = secretFor("VAL7-K4PQ");

  assert.match(first, /^[0-9a-f]{64}$/);
  assert.equal(secretFor("VAL7-K4PQ"), first);
  assert.equal(heldSecret("VAL7-K4PQ"), first);

  codeServed();
  assert.equal(heldSecret("VAL7-K4PQ"), undefined);
  assert.notEqual(secretFor("VAL7-K4PQ"), first);
});

test("another code never gets the secret of the one before", () => {
  const first = secretFor("VAL7-K4PQ");

  assert.equal(heldSecret("ACDE-FG34"), undefined);
  assert.notEqual(secretFor("ACDE-FG34"), first);
});
