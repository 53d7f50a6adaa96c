import assert from "node:assert/strict";
import { test } from "node:test";
import file from "../../../../tests/contract/cases/hours.json" with { type: "json" };
import type { Action, Appointment } from "../../api/types.ts";
import { weekHours } from "./hours.ts";

for (const { name, monday, time_zone, actions, appointments, expected } of file.cases) {
  test(name, () => {
    const rows = <D>(list: unknown[]) => list.map((d) => ({ id: (d as { id: string }).id, d: d as D }));

    assert.deepEqual(weekHours(rows<Action>(actions), rows<Appointment>(appointments), monday, time_zone), expected);
  });
}
