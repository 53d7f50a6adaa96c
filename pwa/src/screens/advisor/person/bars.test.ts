import assert from "node:assert/strict";
import { test } from "node:test";
import type { Row } from "../../../api/types.ts";
import { actionOf, appointmentOf } from "../../../store/followup/records.fake.ts";
import { barsOf, HEIGHT, lastWeeks } from "./bars.ts";

const TODAY = "2026-11-24";

function validated(id: string, day: string, hours: number): Row<"action"> {
  const qualification = { hours, comment: null, by: "nadia", name: "Nadia Benali", at: 1 };
  return { s: 1, k: "action", id, v: 1, d: actionOf({ status: "done", done_on: day, qualification }) };
}

test("validated hours of the last weeks, this one last, work that is only declared left out", () => {
  const declared: Row<"action"> = { s: 1, k: "action", id: "d", v: 1, d: actionOf({ status: "done", done_on: TODAY }) };
  const held: Row<"appointment"> = {
    s: 1, k: "appointment", id: "p", v: 1, d: appointmentOf({ starts: Date.parse("2026-11-18T09:00:00Z"), attendance: "present" }),
  };
  const actions = [validated("a", "2026-11-23", 3), validated("b", "2026-11-22", 2), validated("c", "2026-10-05", 4), validated("e", "2026-10-04", 9), declared];
  const weeks = lastWeeks({ actions, appointments: [held], today: TODAY, timeZone: "Europe/Paris" }, 8);
  assert.deepEqual(weeks.map(({ hours }) => hours), [4, 0, 0, 0, 0, 0, 3, 3]);
  assert.equal(weeks.at(-1)?.monday, "2026-11-23");
  assert.equal(weeks[0]?.monday, "2026-10-05");
});

test("a full week fills the drawing, none at all is still seen, and more than full stays inside", () => {
  const [none, full] = barsOf([0, 15]);
  assert.ok(none!.height > 0 && none!.height < full!.height / 5);
  assert.ok(full!.y >= 0 && full!.height <= HEIGHT);
  const [half, most] = barsOf([15, 30]);
  assert.ok(most!.y >= 0 && Math.abs(half!.height * 2 - most!.height) < 0.2);
});
