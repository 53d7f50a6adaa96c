import assert from "node:assert/strict";
import { test } from "node:test";
import type { Appointment, Side } from "../api/types.ts";
import { readDraft, writeDraft } from "../store/drafts.ts";
import { appointmentsOf } from "../store/followup/dossier.ts";
import { appointmentOf } from "../store/followup/records.fake.ts";
import { intents } from "../store/memory.ts";
import { record } from "../store/records.ts";
import { DOSSIER, KARIM, OWN, sitDown } from "../sync/desk.fake.ts";
import { answerAppointment } from "./answerAppointment.ts";
import { attendAppointment } from "./attendAppointment.ts";
import { cancelAppointment, restoreAppointment } from "./cancelAppointment.ts";
import { createAppointment } from "./createAppointment.ts";
import type { Done } from "./done.ts";
import { editAppointment } from "./editAppointment.ts";
import { moveAppointment } from "./moveAppointment.ts";

const INES = "ines";
const INES_DOSSIER = 27;
const HERE = { youngPersonId: KARIM, id: "p1" };
const ELSEWHERE = { starts: 20_000_000, ends: 23_600_000, modality: "phone", place: "06 00 00 00 00" } as const;

/** Karim and Inès are asked to the same appointment; Karim to another one too. */
async function twoInvited(side: Side = "advisor", ines: Partial<Appointment> = {}) {
  const desk = await sitDown(side);
  const { server } = desk;
  server.write(OWN, { k: "grant", id: "27", d: { scope: INES_DOSSIER, kind: "d", owner: INES, role: "referent", until: null } });
  server.write(DOSSIER, { k: "appointment", id: "p1", d: appointmentOf({ answer: "coming", answered: 5 }) });
  server.write(DOSSIER, { k: "appointment", id: "p3", d: appointmentOf({ appointment: "r2" }) });
  server.write(INES_DOSSIER, { k: "appointment", id: "p2", d: appointmentOf(ines) });
  await desk.sync();
  return desk;
}

const all = () => ["p1", "p2", "p3"].map((id) => record("appointment", id)?.d);
const last = () => intents.value.at(-1)!;

/** What both of them are shown, calendars' number aside: it only rises. */
const shown = () => all().map((d) => d && { ...d, sequence: 0 });

async function undone(gesture: () => Promise<Done>): Promise<void> {
  const before = shown();
  const { undo } = await gesture();
  assert.notDeepEqual(shown(), before);
  await undo?.();
  assert.deepEqual(shown(), before);
}

test("an appointment given to two shows in both dossiers, under an id of its own in each; undone, nobody comes", async () => {
  await twoInvited();
  await writeDraft("appointment:new:karim", { text: "{}", start: 0, end: 0, at: 1 });
  const gesture = { youngPersonIds: [INES, KARIM], type: "workshop" as const, ...ELSEWHERE, bring: " CV ", note: " ", draft: "appointment:new:karim" };

  const { id, participantIds, undo } = await createAppointment(gesture);

  const [ines, karim] = participantIds.map((one) => record("appointment", one));
  assert.deepEqual([ines?.s, karim?.s, ines?.d.appointment], [INES_DOSSIER, DOSSIER, id]);
  assert.deepEqual([karim?.d.bring, karim?.d.note, karim?.d.organiser.id], ["CV", null, "nadia"]);
  assert.deepEqual(appointmentsOf(KARIM).map((row) => row.id), [karim?.id, "p1", "p3"]);
  assert.deepEqual([last().s, last().id, "note" in last().set], [INES_DOSSIER, id, false]);
  assert.equal(await readDraft("appointment:new:karim"), null);
  await undo?.();
  assert.deepEqual(participantIds.map((one) => record("appointment", one)?.d.cancelled !== null), [true, true]);
});

test("what is changed before the creation has left follows it in the same lane, and never arrives before it", async () => {
  await twoInvited();
  const { participantIds } = await createAppointment({ youngPersonIds: [INES, KARIM], type: "workshop", ...ELSEWHERE });
  const [first, second] = participantIds;

  await moveAppointment({ youngPersonId: KARIM, id: second!, ...pick(appointmentOf()), place: null });

  assert.deepEqual([last().type, last().s, last().id], ["appointment.move", INES_DOSSIER, first]);
  assert.equal(record("appointment", second!)?.d.starts, appointmentOf().starts);
});

test("a move is for everyone, clears every answer and touches no other appointment", async () => {
  await twoInvited("advisor", { answer: "not_coming", answer_reason: "health", answered: 6 });

  const { undo } = await moveAppointment({ ...HERE, ...ELSEWHERE });

  const [karim, ines, other] = all();
  assert.deepEqual([karim?.place, ines?.place, other?.place], [ELSEWHERE.place, ELSEWHERE.place, "Bureau 2"]);
  assert.deepEqual([karim?.answer, ines?.answer, ines?.answer_reason, ines?.sequence, other?.sequence], [null, null, null, 1, 0]);
  assert.deepEqual(Object.keys(last().base), ["when_where"]);
  await undo?.();
  assert.deepEqual([record("appointment", "p2")?.d.starts, record("appointment", "p2")?.d.place], [appointmentOf().starts, "Bureau 2"]);
  assert.deepEqual(await moveAppointment({ ...HERE, ...pick(appointmentOf()), place: " Bureau 2 " }), {});
});

const pick = ({ starts, ends, modality }: Appointment) => ({ starts, ends, modality });

test("what it is about changes for everyone, answers kept", async () => {
  await twoInvited();

  await undone(() => editAppointment({ ...HERE, type: "other", precision: "Visite", bring: "CV", note: null }));

  assert.equal(record("appointment", "p1")?.d.answer, "coming");
  assert.deepEqual(last().set, { type: "interview", precision: null, bring: null, note: null });
});

test("it is cancelled for one or for everyone, and comes back to those it was taken from", async () => {
  await twoInvited();
  await undone(() => cancelAppointment({ ...HERE, everyone: true }));
  await undone(() => cancelAppointment({ ...HERE, everyone: false }));

  const { undo } = await cancelAppointment({ ...HERE, everyone: false });
  assert.deepEqual(all().map((d) => d?.cancelled !== null), [true, false, false]);
  await undone(() => restoreAppointment({ ...HERE, everyone: false }));
  await undo?.();

  assert.deepEqual(all().map((d) => d?.cancelled), [null, null, null]);
});

test("undoing a cancellation does not bring back whoever was cancelled before", async () => {
  await twoInvited("advisor", { cancelled: 5 });

  await undone(() => cancelAppointment({ ...HERE, everyone: true }));

  assert.deepEqual(all().map((d) => d?.cancelled), [null, 5, null]);
});

test("cancelled for everyone through somebody already cancelled, it comes back to the others alone", async () => {
  await twoInvited("advisor", { cancelled: 5 });

  await undone(() => cancelAppointment({ youngPersonId: INES, id: "p2", everyone: true }));

  assert.deepEqual(all().map((d) => d?.cancelled), [null, 5, null]);
});

test("whoever was cancelled follows a move, but nothing moves through them", async () => {
  await twoInvited("advisor", { cancelled: 5 });

  await moveAppointment({ youngPersonId: INES, id: "p2", ...ELSEWHERE });
  assert.equal(record("appointment", "p1")?.d.starts, appointmentOf().starts);
  await moveAppointment({ ...HERE, ...ELSEWHERE });

  assert.deepEqual(all().map((d) => d?.starts === ELSEWHERE.starts), [true, true, false]);
});

test("an answer is for oneself, and taken back to what it was", async () => {
  const { server } = await twoInvited("young_person");
  server.now = appointmentOf().starts;
  const answer = () => all().map((d) => [d?.answer, d?.answer_reason, d?.answer_text]);
  const before = answer();

  const { undo } = await answerAppointment({ ...HERE, answer: "not_coming", reason: "transport", text: " Grève " });
  assert.deepEqual(answer(), [["not_coming", "transport", "Grève"], ...before.slice(1)]);
  await undo?.();
  assert.deepEqual(answer(), before);

  const first = await answerAppointment({ youngPersonId: KARIM, id: "p3", answer: "coming" });
  await first.undo?.();
  assert.deepEqual([answer(), record("appointment", "p3")?.d.answered], [before, null]);
});

test("who came is said, corrected and taken back", async () => {
  await twoInvited();

  await undone(() => attendAppointment({ ...HERE, attendance: "present" }));
  await attendAppointment({ ...HERE, attendance: "excused" });
  await undone(() => attendAppointment({ ...HERE, attendance: "absent" }));

  assert.deepEqual(all().map((d) => d?.attendance), ["excused", "unknown", "unknown"]);
  assert.deepEqual(await attendAppointment({ ...HERE, attendance: "excused" }), {});
});
