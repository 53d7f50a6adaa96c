import assert from "node:assert/strict";
import { test } from "node:test";
import suivi from "../../../i18n/fr/suivi.json" with { type: "json" };
import { registerStrings } from "../../../i18n/t.ts";
import type { Action, Appointment, Row } from "../../../api/types.ts";
import { actionOf, appointmentOf } from "../../../store/followup/records.fake.ts";
import type { WeekDay, WeekItem } from "../../../store/followup/week.ts";
import { stepOfKey } from "./weekKeys.ts";
import { dayHeading, dayName, daysListed, dotsOf, mondayAsked, weekName } from "./weekWords.ts";

registerStrings(suivi);

/** A Tuesday. */
const TODAY = "2026-11-24";
const MONDAY = "2026-11-23";

const action = (part: Partial<Action> = {}): WeekItem => ({ kind: "action", row: { d: actionOf(part) } as Row<"action"> });
const appointment = (part: Partial<Appointment> = {}): WeekItem => ({ kind: "appointment", row: { d: appointmentOf(part) } as Row<"appointment"> });
const week = (items: Record<string, WeekItem[]>): WeekDay[] =>
  [23, 24, 25, 26, 27, 28, 29].map((date) => ({ day: `2026-11-${date}`, items: items[date] ?? [] }));

test("a week is named from where one stands", () => {
  const names = ["2026-11-16", MONDAY, "2026-11-30", "2026-12-07", "2026-12-28"].map((monday) => weekName(monday, TODAY));
  assert.deepEqual(names, [
    "Semaine dernière", "Cette semaine", "Semaine prochaine", "Du 7 au 13\u00a0décembre", "Du 28\u00a0décembre au 3\u00a0janvier 2027",
  ]);
});

test("an address that asks for nonsense shows this week", () => {
  assert.deepEqual([undefined, "demain", "2026-13-45", "2026-12-02"].map((asked) => mondayAsked(asked, TODAY)), [MONDAY, MONDAY, MONDAY, "2026-11-30"]);
});

test("a day says its name and how much it holds, not counting what is cancelled", () => {
  const items = [action(), appointment({ cancelled: 1 }), action({ status: "cancelled" })];
  assert.equal(dayName({ day: "2026-11-26", items }, TODAY), "jeudi 26\u00a0novembre, 1 élément");
  assert.equal(dayName({ day: "2026-11-26", items: [action(), appointment()] }, TODAY), "jeudi 26\u00a0novembre, 2 éléments");
  assert.equal(dayName({ day: "2026-11-27", items: [] }, TODAY), "vendredi 27\u00a0novembre, rien de prévu");
});

test("dots tell what is done from what is planned, four at most", () => {
  assert.deepEqual(dotsOf([appointment(), action({ status: "done" }), action({ status: "cancelled" })]), ["done", "planned"]);
  assert.deepEqual(dotsOf([appointment({ attendance: "present" }), appointment({ attendance: "absent" })]), ["done", "planned"]);
  assert.equal(dotsOf(Array.from({ length: 9 }, () => action())).length, 4);
});

test("headings say today, tomorrow, then the day, with its month only when it is another", () => {
  const headings = ["2026-11-24", "2026-11-25", "2026-11-26", "2026-12-01"].map((day) => dayHeading(day, TODAY));
  assert.deepEqual(headings, ["Aujourd’hui, mardi 24", "Demain, mercredi 25", "Jeudi 26", "Mardi 1er\u00a0décembre"]);
});

test("days that hold something are listed from today on, then those before", () => {
  const { ahead, earlier } = daysListed(week({ 23: [action()], 24: [action()], 28: [action()] }), TODAY, null);
  assert.deepEqual([ahead, earlier].map((days) => days.map(({ day }) => day)), [["2026-11-24", "2026-11-28"], ["2026-11-23"]]);
});

test("another week is listed in order, and the day chosen is there even when it is empty", () => {
  const { ahead, earlier } = daysListed(week({ 26: [action()] }), "2026-12-09", "2026-11-25");
  assert.deepEqual(ahead.map(({ day }) => day), ["2026-11-25", "2026-11-26"]);
  assert.deepEqual(earlier, []);
});

test("arrows go from day to day and past the end of a week, page keys change week and keep the day", () => {
  assert.deepEqual(stepOfKey("ArrowRight", 2), { weeks: 0, index: 3 });
  assert.deepEqual(stepOfKey("ArrowRight", 6), { weeks: 1, index: 0 });
  assert.deepEqual(stepOfKey("ArrowLeft", 0), { weeks: -1, index: 6 });
  assert.deepEqual(stepOfKey("PageDown", 4), { weeks: 1, index: 4 });
  assert.deepEqual(stepOfKey("PageUp", 4), { weeks: -1, index: 4 });
  assert.equal(stepOfKey("a", 4), null);
});
