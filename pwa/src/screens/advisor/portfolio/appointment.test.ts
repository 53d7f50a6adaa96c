import assert from "node:assert/strict";
import { test } from "node:test";
import { shownAppointment } from "./appointment.ts";
import { line, planned } from "./line.fake.ts";

const [morning, thursday] = [planned(100), planned(900)];
const recorded = { ...morning, d: { ...morning.d, attendance: "present" as const } };

test("the next appointment is shown", () => {
  assert.deepEqual(shownAppointment(line("Karim Haddad", { nextAppointment: thursday })), { row: thursday, isOver: false });
  assert.equal(shownAppointment(line("Karim Haddad")), null);
});

test("that of this morning stays in sight until it is known who came", () => {
  const before = line("Karim Haddad", { nextAppointment: thursday, earlierToday: morning });
  assert.deepEqual(shownAppointment(before), { row: morning, isOver: true });
  assert.deepEqual(shownAppointment({ ...before, earlierToday: recorded }), { row: thursday, isOver: false });
});

test("without another appointment, that of this morning is still the one of the day", () => {
  assert.deepEqual(shownAppointment(line("Karim Haddad", { earlierToday: recorded })), { row: recorded, isOver: true });
});
