import assert from "node:assert/strict";
import { test } from "node:test";
import { setActionStatus } from "../../intents/setActionStatus.ts";
import { qualifyAction } from "../../intents/qualifyAction.ts";
import { KARIM, DOSSIER, OWN, sitDown } from "../../sync/desk.fake.ts";
import { tick } from "../clock.ts";
import { portfolioRows } from "./portfolio.ts";
import { actionOf, appointmentOf } from "./records.fake.ts";

const INES = "ines";
const INES_DOSSIER = 27;

/** Nadia follows Karim, under the CEJ, and Inès, under the PACEA. It is Thursday 26 November, 10 h in Paris. */
async function twoFollowed() {
  const desk = await sitDown("advisor");
  const { server } = desk;
  server.now = Date.parse("2026-11-26T09:00:00Z");
  server.write(OWN, { k: "grant", id: "27", d: { scope: INES_DOSSIER, kind: "d", owner: INES, role: "referent", until: null } });
  const person = (first_name: string, scheme: string) => ({ first_name, last_name: "H", birth_date: null, scheme, activated: true });
  server.write(DOSSIER, { k: "young_person", id: KARIM, d: person("Karim", "CEJ") });
  server.write(DOSSIER, { k: "action", id: "late", d: actionOf({ due: "2026-11-20" }) });
  server.write(DOSSIER, { k: "action", id: "done", d: actionOf({ status: "done", done_on: "2026-11-24" }) });
  server.write(DOSSIER, { k: "appointment", id: "today", d: appointmentOf() });
  server.write(INES_DOSSIER, { k: "young_person", id: INES, d: person("Inès", "PACEA") });
  server.write(INES_DOSSIER, { k: "action", id: "hers", d: actionOf({ status: "done", done_on: "2026-11-24" }) });
  await desk.sync();
  tick.value += 1;
  return desk;
}

const line = (id: string) => portfolioRows.value.find((row) => row.youngPersonId === id)!;

test("a line says what comes, what to validate, what to resume, and the hours of the week", async () => {
  await twoFollowed();

  const { nextAppointment, hasAppointmentToday, toValidate, toResume, hours, firstName } = line(KARIM);

  assert.deepEqual([firstName, nextAppointment?.id, hasAppointmentToday, toValidate, toResume], ["Karim", "today", true, 1, 1]);
  assert.deepEqual(hours, { validated: 0, declared: 3, to_come: 1 });
});

test("hours are not counted under the PACEA, what to validate is", async () => {
  await twoFollowed();

  assert.deepEqual([line(INES).hours, line(INES).toValidate, line(INES).hasAppointmentToday], [null, 1, false]);
});

test("a gesture changes one line, at once, and leaves the other the same object", async () => {
  await twoFollowed();
  const [karim, ines] = [line(KARIM), line(INES)];

  await qualifyAction({ youngPersonId: KARIM, id: "done", hours: 4 });

  assert.deepEqual([line(KARIM).toValidate, line(KARIM).hours?.validated], [0, 4]);
  assert.notEqual(line(KARIM), karim);
  assert.equal(line(INES), ines);
  await setActionStatus({ youngPersonId: INES, id: "hers", status: "cancelled" });
  assert.equal(line(INES).toValidate, 0);
});

test("at midnight today is another day, and on Monday the week begins again", async () => {
  const { server } = await twoFollowed();
  const later = (text: string) => {
    server.now = Date.parse(text);
    tick.value += 1;
  };

  assert.equal(line(KARIM).nextAppointment?.id, "today");
  later("2026-11-26T22:59:59Z");
  assert.deepEqual([line(KARIM).hasAppointmentToday, line(KARIM).nextAppointment], [true, null]);
  later("2026-11-26T23:00:00Z");
  assert.equal(line(KARIM).hasAppointmentToday, false);
  later("2026-11-29T23:00:00Z");

  assert.deepEqual(line(KARIM).hours, { validated: 0, declared: 0, to_come: 0 });
});

test("a tick that changes nothing leaves every line the same object", async () => {
  const { server } = await twoFollowed();
  const before = portfolioRows.value;

  server.now += 30_000;
  tick.value += 1;

  assert.deepEqual(portfolioRows.value.map((row, index) => row === before[index]), [true, true]);
});
