import assert from "node:assert/strict";
import { test } from "node:test";
import { civilDay, clock, dayLabel, duration, longDate, relativeDay, shortDay } from "./dates.ts";

const at = (text: string) => Date.parse(text);
/** Spaces made visible: « _ » does not break. */
const seen = (text: string) => text.replaceAll("\u00a0", "_");

// Thursday; Paris is one hour ahead of UTC in winter, two in summer.
const now = at("2026-11-26T09:00:00Z");

test("a date says its weekday, its hour unbroken, and its year only when it is another", () => {
  assert.equal(seen(longDate(at("2026-11-26T13:00:00Z"), now)), "Jeudi 26_novembre, 14_h_00");
  assert.equal(seen(longDate(at("2026-12-01T08:05:00Z"), now)), "Mardi 1er_décembre, 9_h_05");
  assert.equal(seen(longDate(at("2027-01-04T08:00:00Z"), now)), "Lundi 4_janvier 2027, 9_h_00");
});

test("only yesterday, today and tomorrow are said relatively", () => {
  assert.equal(seen(relativeDay(at("2026-11-26T08:41:00Z"), now)), "9_h_41");
  assert.equal(seen(relativeDay(at("2026-11-25T17:00:00Z"), now)), "hier, 18_h_00");
  assert.equal(seen(relativeDay(at("2026-11-27T08:00:00Z"), now)), "demain, 9_h_00");
  assert.equal(seen(relativeDay(at("2026-11-23T08:00:00Z"), now)), "lundi 23_novembre, 9_h_00");
});

test("the separators of a thread", () => {
  assert.equal(dayLabel(now, now), "Aujourd’hui");
  assert.equal(dayLabel(at("2026-11-25T23:30:00Z"), now), "Aujourd’hui");
  assert.equal(dayLabel(at("2026-11-25T22:30:00Z"), now), "Hier");
  assert.equal(seen(dayLabel(at("2026-11-23T08:00:00Z"), now)), "Lundi 23_novembre");
  assert.equal(seen(dayLabel(at("2025-11-23T08:00:00Z"), now)), "Dimanche 23_novembre 2025");
});

test("days are those of the place, whatever the hour changes", () => {
  assert.equal(civilDay(at("2026-03-29T00:30:00Z")), "2026-03-29");
  assert.equal(civilDay(at("2026-10-25T22:59:00Z")), "2026-10-25");
  assert.equal(seen(relativeDay(at("2026-10-24T21:00:00Z"), at("2026-10-25T22:00:00Z"))), "hier, 23_h_00");
  assert.equal(seen(clock(at("2026-07-01T22:00:00Z"))), "0_h_00");
});

test("narrow lists and durations", () => {
  assert.equal(seen(shortDay(at("2026-11-23T08:00:00Z"), now)), "23_nov.");
  assert.equal(shortDay(at("2026-11-25T08:00:00Z"), now), "hier");
  assert.deepEqual([31 * 60_000, 125 * 60_000, 26 * 3_600_000, 3 * 86_400_000].map((ms) => seen(duration(ms))), ["31_min", "2_h_05", "1_jour", "3_jours"]);
});
