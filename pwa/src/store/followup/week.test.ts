import assert from "node:assert/strict";
import { test } from "node:test";
import { DOSSIER, KARIM, sitDown } from "../../sync/desk.fake.ts";
import { tick } from "../clock.ts";
import { actionsOf, appointmentsOf } from "./dossier.ts";
import { actionOf, appointmentOf } from "./records.fake.ts";
import { nextAppointment, toResume, weekItems } from "./week.ts";

const HOUR = 3_600_000;

async function following(...rows: { k: string; id: string; d: unknown }[]) {
  const desk = await sitDown("young_person");
  desk.server.now = Date.parse("2026-11-26T09:00:00Z");
  desk.server.write(DOSSIER, ...rows);
  await desk.sync();
  tick.value += 1;
  return desk;
}

const action = (id: string, part: Parameters<typeof actionOf>[0]) => ({ k: "action", id, d: actionOf(part) });
const appointment = (id: string, starts: string, part: Parameters<typeof appointmentOf>[0] = {}) =>
  ({ k: "appointment", id, d: appointmentOf({ starts: Date.parse(starts), ends: Date.parse(starts) + HOUR, ...part }) });

test("a week has seven days, appointments then actions, each on its own day", async () => {
  await following(
    action("due", { due: "2026-11-26" }),
    action("done", { due: "2026-11-10", status: "done", done_on: "2026-11-26" }),
    action("gone", { due: "2026-11-26", deleted: 1 }),
    action("next", { due: "2026-11-30" }),
    appointment("late", "2026-11-26T15:00:00Z"),
    appointment("early", "2026-11-26T08:00:00Z", { cancelled: 1 }),
    appointment("sunday", "2026-11-29T22:59:00Z"),
    appointment("monday", "2026-11-29T23:00:00Z"),
  );

  const days = weekItems(KARIM, "2026-11-23");

  assert.deepEqual(days.map(({ day }) => day.slice(-2)), ["23", "24", "25", "26", "27", "28", "29"]);
  assert.deepEqual(days[3]?.items.map(({ row }) => row.id), ["early", "late", "done", "due"]);
  assert.deepEqual(days[6]?.items.map(({ row }) => row.id), ["sunday"]);
});

test("overseas, the same instants fall on other days", async () => {
  await following(
    { k: "structure", id: "s1", d: { name: "ML", time_zone: "Pacific/Noumea", sites: [] } },
    appointment("monday", "2026-11-29T13:00:00Z"),
  );

  assert.deepEqual(weekItems(KARIM, "2026-11-23").flatMap(({ items }) => items), []);
  assert.equal(weekItems(KARIM, "2026-11-30")[0]?.items[0]?.row.id, "monday");
});

test("to resume: open actions whose day has passed, the oldest first, from midnight on", async () => {
  const { server } = await following(
    action("today", { due: "2026-11-26" }),
    action("begun", { due: "2026-11-25", status: "in_progress" }),
    action("old", { due: "2026-11-02" }),
    action("done", { due: "2026-11-02", status: "done", done_on: "2026-11-03" }),
    action("given up", { due: "2026-11-02", status: "cancelled" }),
  );
  const resumed = () => toResume(KARIM).map(({ id }) => id);
  assert.deepEqual(resumed(), ["old", "begun"]);

  server.now = Date.parse("2026-11-26T23:00:00Z");
  tick.value += 1;

  assert.deepEqual(resumed(), ["old", "begun", "today"]);
});

test("the next appointment is the one under way, then the one after; cancelled ones are passed over", async () => {
  const { server } = await following(
    appointment("past", "2026-11-25T08:00:00Z"),
    appointment("under way", "2026-11-26T08:30:00Z"),
    appointment("cancelled", "2026-11-26T10:00:00Z", { cancelled: 1 }),
    appointment("tomorrow", "2026-11-27T10:00:00Z"),
  );
  assert.equal(nextAppointment(KARIM)?.id, "under way");

  server.now = Date.parse("2026-11-26T09:30:00Z");
  tick.value += 1;
  assert.equal(nextAppointment(KARIM)?.id, "tomorrow");
  server.now = Date.parse("2026-11-28T09:30:00Z");
  tick.value += 1;

  assert.equal(nextAppointment(KARIM), null);
});

test("a long appointment that began before a short one already ended is still under way", async () => {
  await following(
    appointment("long", "2026-11-26T00:00:00Z", { ends: Date.parse("2026-11-26T12:00:00Z") }),
    appointment("short", "2026-11-26T07:00:00Z"),
  );

  assert.equal(nextAppointment(KARIM)?.id, "long");
});

test("a change keeps the order, and what is deleted or taken away leaves", async () => {
  const { server, sync } = await following(action("a", { due: "2026-11-26" }), action("b", { due: "2026-11-27" }), action("c", { due: "2026-11-28" }));
  server.write(DOSSIER, action("a", { due: "2026-11-29" }), action("b", { deleted: 1 }));
  server.remove(DOSSIER, "action", "c");
  server.write(DOSSIER, action("d", { due: "2026-11-20" }));

  await sync();

  assert.deepEqual(actionsOf(KARIM).map(({ id }) => id), ["d", "a"]);
  server.remove(DOSSIER, "action", "b");
  server.write(DOSSIER, action("e", { due: "2026-11-30" }));
  await sync();
  assert.deepEqual(actionsOf(KARIM).map(({ id }) => id), ["d", "a", "e"]);
  assert.equal(actionsOf("nobody").length + appointmentsOf("nobody").length, 0);
});
