import assert from "node:assert/strict";
import { test } from "node:test";
import { capital, dayInFull, nearDay } from "./civil.ts";

const TODAY = "2026-11-24";

test("a day is said in full, whatever the time zone of the phone", () => {
  assert.equal(dayInFull("2026-11-26", TODAY), "jeudi 26\u00A0novembre");
});

test("the first day of a month is « 1er »", () => {
  assert.equal(dayInFull("2026-12-01", TODAY), "mardi 1er\u00A0décembre");
});

test("another year is said", () => {
  assert.equal(dayInFull("2027-03-03", TODAY), "mercredi 3\u00A0mars 2027");
});

test("the nearest days have their own words", () => {
  assert.deepEqual(["2026-11-23", TODAY, "2026-11-25", "2026-11-20"].map((day) => nearDay(day, TODAY)), [
    "hier", "aujourd’hui", "demain", "vendredi 20\u00A0novembre",
  ]);
});

test("a sentence begins with a capital", () => {
  assert.equal(capital(nearDay("2026-11-25", TODAY)), "Demain");
});
