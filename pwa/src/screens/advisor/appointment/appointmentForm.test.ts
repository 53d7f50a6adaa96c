import assert from "node:assert/strict";
import { test } from "node:test";
import type { Appointment, Row } from "../../../api/types.ts";
import { appointmentOf } from "../../../store/followup/records.fake.ts";
import { blankAppointment, faultsOfAppointment, isPast, overlapping, spanOf, startingAt, wordsOf } from "./appointmentForm.ts";

const ZONE = "Europe/Paris";
const NOW = Date.parse("2026-11-24T10:00:00Z");
const WORDS = { ...blankAppointment("2026-11-26"), from: "14:00", to: "14:45" };
const row = (id: string, part: Partial<Appointment>): Row<"appointment"> => ({ s: 1, k: "appointment", id, v: 1, d: appointmentOf(part) });

test("three quarters of an hour, unless another length was chosen; never past midnight", () => {
  assert.equal(startingAt(blankAppointment("2026-11-26"), "14:00").to, "14:45");
  assert.equal(startingAt({ ...WORDS, to: "16:00" }, "09:00").to, "11:00");
  assert.equal(startingAt(WORDS, "23:30").to, "14:45");
});

test("hours are those of the structure, across the change of clocks too", () => {
  assert.equal(spanOf(WORDS, ZONE)?.starts, Date.parse("2026-11-26T13:00:00Z"));
  assert.equal(spanOf(WORDS, "Indian/Reunion")?.starts, Date.parse("2026-11-26T10:00:00Z"));
  assert.equal(spanOf({ ...WORDS, day: "2026-10-25", from: "01:30" }, ZONE)?.starts, Date.parse("2026-10-24T23:30:00Z"));
  assert.equal(spanOf({ ...WORDS, day: "2026-10-25" }, ZONE)?.starts, Date.parse("2026-10-25T13:00:00Z"));
  assert.equal(spanOf({ ...WORDS, to: "" }, ZONE), null);
});

test("what is on screen says the same hours again", () => {
  const { day, from, to } = wordsOf(appointmentOf(), ZONE);
  assert.deepEqual([day, from, to], ["2026-11-26", "14:00", "15:00"]);
});

test("an end before the start, a missing hour, « Autre » without words are refused beside their field", () => {
  assert.deepEqual(faultsOfAppointment(WORDS, NOW, ZONE), {});
  assert.deepEqual(Object.keys(faultsOfAppointment({ ...WORDS, to: "13:00" }, NOW, ZONE)), ["to"]);
  assert.deepEqual(Object.keys(faultsOfAppointment({ ...WORDS, to: "14:00" }, NOW, ZONE)), ["to"]);
  assert.deepEqual(Object.keys(faultsOfAppointment({ ...WORDS, from: "", day: "" }, NOW, ZONE)), ["day", "from"]);
  assert.deepEqual(Object.keys(faultsOfAppointment({ ...WORDS, type: "other" }, NOW, ZONE)), ["precision"]);
  assert.deepEqual(faultsOfAppointment({ ...WORDS, type: "other", precision: "Visite" }, NOW, ZONE), {});
  assert.deepEqual(Object.keys(faultsOfAppointment({ ...WORDS, from: "06:00", to: "20:00" }, NOW, ZONE)), ["to"]);
  assert.deepEqual(Object.keys(faultsOfAppointment({ ...WORDS, day: "2030-01-01" }, NOW, ZONE)), ["day"]);
  assert.deepEqual(Object.keys(faultsOfAppointment({ ...WORDS, place: "x".repeat(251) }, NOW, ZONE)), ["place"]);
});

test("a past day is said, not refused", () => {
  const past = { ...WORDS, day: "2026-11-20" };
  assert.ok(isPast(past, NOW, ZONE) && !isPast(WORDS, NOW, ZONE));
  assert.deepEqual(faultsOfAppointment(past, NOW, ZONE), {});
});

test("another appointment of this advisor at the same time is found, once, and only then", () => {
  const around = { me: "nadia", except: null, timeZone: ZONE };
  const shared = [row("p1", { appointment: "r1" }), row("p2", { appointment: "r1" })];
  assert.deepEqual(overlapping(shared, WORDS, around).map(({ d }) => d.appointment), ["r1"]);
  assert.deepEqual(overlapping(shared, { ...WORDS, from: "15:00", to: "15:30" }, around), []);
  assert.deepEqual(overlapping(shared, WORDS, { ...around, except: "r1" }), []);
  assert.deepEqual(overlapping([row("p3", { cancelled: 1 })], WORDS, around), []);
  assert.deepEqual(overlapping([row("p4", { organiser: { id: "marc", name: "Marc" } })], WORDS, around), []);
});
