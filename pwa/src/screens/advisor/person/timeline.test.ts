import assert from "node:assert/strict";
import { test } from "node:test";
import type { Action, Appointment, Row } from "../../../api/types.ts";
import { actionOf, appointmentOf, noteOf } from "../../../store/followup/records.fake.ts";
import { type Said, type Sources, timelineOf } from "./timeline.ts";

const NOW = Date.parse("2026-11-24T10:00:00Z");
const at = (text: string) => Date.parse(`2026-11-${text}:00Z`);

const action = (part: Partial<Action>): Row<"action"> => ({ s: 1, k: "action", id: "a", v: 1, d: actionOf(part) });
const appointment = (part: Partial<Appointment>): Row<"appointment"> => ({ s: 1, k: "appointment", id: "p", v: 1, d: appointmentOf(part) });
const said = (id: string, when: number): Said => ({ id, side: "young_person", mine: false, name: "Karim Haddad", text: id, at: when });

function told(sources: Partial<Sources>): string[] {
  const all = { messages: [], actions: [], appointments: [], notes: [], now: NOW, timeZone: "Europe/Paris", ...sources };
  return timelineOf(all).map((entry) => `${entry.kind} ${"what" in entry ? entry.what : entry.kind === "message" ? `${entry.last.id} of ${entry.count}` : entry.row.id}`);
}

test("messages of one day are one moment, told by the last of them", () => {
  const messages = [said("one", at("22T08:00")), said("two", at("23T08:00")), said("three", at("23T09:00"))];
  assert.deepEqual(told({ messages }), ["message three of 2", "message one of 1"]);
});

test("the day of a message is that of the structure, not of the universe", () => {
  const messages = [said("late", at("22T21:30")), said("night", at("22T23:30"))];
  assert.deepEqual(told({ messages }), ["message night of 1", "message late of 1"]);
  assert.deepEqual(told({ messages, timeZone: "America/Guadeloupe" }), ["message night of 2"]);
});

test("an action is told when noted, done and validated, latest first", () => {
  const status = { by: "k", side: "young_person" as const, name: "Karim", at: at("22T10:00"), what: "status" as const, value: "done" };
  const qualification = { hours: 3, comment: null, by: "n", name: "Nadia", at: at("23T09:00") };
  const row = action({ created: at("20T09:00"), status: "done", done_on: "2026-11-22", qualification, history: [status] });
  assert.deepEqual(told({ actions: [row] }), ["action validated", "action done", "action created"]);
});

test("an action noted when it was already done is one moment, on the day it was done", () => {
  const created = { by: "k", side: "young_person" as const, name: "Karim", at: at("23T10:00"), what: "created" as const, value: null };
  const row = action({ created: at("23T10:00"), status: "done", done_on: "2026-11-21", history: [created] });
  const [entry, ...others] = timelineOf({ messages: [], actions: [row], appointments: [], notes: [], now: NOW, timeZone: "Europe/Paris" });
  assert.equal(others.length, 0);
  assert.equal(entry?.isTimed, false);
  assert.equal(new Date(entry!.at).toISOString(), "2026-11-21T11:00:00.000Z");
});

test("what is to come is not told, its answer is; what was cancelled is told by its cancellation", () => {
  assert.deepEqual(told({ appointments: [appointment({ starts: at("26T13:00"), answer: "coming", answered: at("23T09:00") })] }), ["appointment answered"]);
  assert.deepEqual(told({ appointments: [appointment({ starts: at("20T13:00") })] }), ["appointment held"]);
  assert.deepEqual(told({ appointments: [appointment({ starts: at("20T13:00"), cancelled: at("19T13:00") })] }), ["appointment cancelled"]);
});

test("private notes have their place in time", () => {
  const note: Row<"note"> = { s: 2, k: "note", id: "n", v: 1, d: noteOf({ at: at("22T09:00") }) };
  assert.deepEqual(told({ notes: [note], messages: [said("after", at("22T10:00")), said("before", at("21T10:00"))] }), ["message after of 1", "note n", "message before of 1"]);
});
