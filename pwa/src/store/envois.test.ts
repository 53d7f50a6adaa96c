import assert from "node:assert/strict";
import { test } from "node:test";
import { answerAppointment } from "../intents/answerAppointment.ts";
import { commentAction } from "../intents/commentAction.ts";
import { createAction } from "../intents/createAction.ts";
import { createAppointment } from "../intents/createAppointment.ts";
import { editAction } from "../intents/editAction.ts";
import { setActionStatus } from "../intents/setActionStatus.ts";
import { writeNote } from "../intents/writeNote.ts";
import { DOSSIER, KARIM, sitDown, type Desk } from "../sync/desk.fake.ts";
import type { Side } from "../api/types.ts";
import { discardRefused, editRefused, envois, retryRefused } from "./envois.ts";
import { actionOf, appointmentOf, conflictOf } from "./followup/records.fake.ts";
import { intents } from "./memory.ts";
import { record } from "./records.ts";
import { status } from "./status.ts";

const A1 = { youngPersonId: KARIM, id: "a1" };

async function following(side: Side): Promise<Desk> {
  const desk = await sitDown(side);
  desk.server.write(DOSSIER, { k: "action", id: "a1", d: actionOf() }, { k: "appointment", id: "p1", d: appointmentOf() });
  await desk.sync();
  return desk;
}

/** From now on the server refuses a type. */
function refusing({ server }: Desk, type: string): void {
  server.knownTypes.add(type);
  server.refused.set(type, "invalid_transition");
}

test("each thing says which action or appointment it is about", async () => {
  await following("young_person");
  await createAction({ youngPersonId: KARIM, title: "Postuler à la boulangerie Martin", due: "2026-11-27" });
  await setActionStatus({ ...A1, status: "in_progress" });
  await commentAction({ ...A1, text: "C’est parti" });
  await answerAppointment({ youngPersonId: KARIM, id: "p1", answer: "not_coming", text: "Grève" });

  const said = envois.value.map(({ type, title, starts, text }) => [type, title, starts, text]);

  assert.deepEqual(said, [
    ["action.create", "Postuler à la boulangerie Martin", undefined, "Postuler à la boulangerie Martin"],
    ["action.status", "Refaire mon CV", undefined, undefined],
    ["action.comment", "Refaire mon CV", undefined, "C’est parti"],
    ["appointment.answer", undefined, appointmentOf().starts, "Grève"],
  ]);
  assert.equal(status.value.waiting, 4);
});

test("a refused edit keeps its words: changed and sent again, it knows the version seen now", async () => {
  const desk = await following("young_person");
  refusing(desk, "action.edit");
  await editAction({ ...A1, description: "Avec photo" });
  await desk.sync();
  const [refused] = envois.value;
  assert.deepEqual([refused?.state, refused?.text, refused?.canEdit, refused?.why], ["refused", "Avec photo", true, "invalid_transition"]);
  desk.server.write(DOSSIER, { k: "action", id: "a1", d: actionOf({ due: "2026-12-01" }) });
  await desk.sync();

  await editRefused(refused!.key, "Sans photo");

  const { id, base, set } = intents.value[0]!;
  assert.deepEqual([id, base, set], ["a1", { description: record("action", "a1")!.v }, { description: "Sans photo" }]);
  assert.deepEqual(envois.value.map(({ state }) => state), ["kept"]);
});

test("words of several fields can be copied, not changed as one", async () => {
  const desk = await following("young_person");
  refusing(desk, "action.edit");
  await editAction({ ...A1, title: "CV", description: "Avec photo" });
  await desk.sync();

  assert.deepEqual(envois.value.map(({ text, canEdit }) => [text, canEdit]), [["CV\nAvec photo", false]]);
});

test("a refused status has no words: it goes again as it was, or is let go", async () => {
  const desk = await following("young_person");
  refusing(desk, "action.status");
  await setActionStatus({ ...A1, status: "done", doneOn: "2026-11-20" });
  await desk.sync();
  assert.deepEqual(envois.value.map(({ text, canEdit }) => [text, canEdit]), [[undefined, false]]);

  await retryRefused(envois.value[0]!.key);
  assert.deepEqual(intents.value[0]?.set, { status: "done", done_on: "2026-11-20" });
  await desk.sync();
  await discardRefused(envois.value[0]!.key);

  assert.deepEqual(envois.value, []);
});

test("a refused appointment goes again under new ids, for the same people", async () => {
  const desk = await following("advisor");
  refusing(desk, "appointment.create");
  const made = await createAppointment({ youngPersonIds: [KARIM], type: "interview", starts: 1, ends: 2, modality: "phone", place: "06" });
  await desk.sync();

  await retryRefused(envois.value[0]!.key);

  const { id, set } = intents.value[0]!;
  const [participant] = set.participants as { id: string; young_person: string }[];
  assert.notEqual(id, made.id);
  assert.notEqual(participant?.id, made.participantIds[0]);
  assert.deepEqual([participant?.young_person, set.place], [KARIM, "06"]);
});

test("a refused note keeps its words for its author", async () => {
  const desk = await following("advisor");
  refusing(desk, "note.write");
  await writeNote({ youngPersonId: KARIM, text: "À rappeler" });
  await desk.sync();

  assert.deepEqual(envois.value.map(({ state, text, canEdit, about }) => [state, text, canEdit, about]), [["refused", "À rappeler", true, KARIM]]);
});

test("two fields in dispute are one record to review, and a status is not shown as words", async () => {
  const desk = await following("young_person");
  desk.server.write(
    DOSSIER,
    { k: "conflict", id: "c1", d: conflictOf("action", "a1", "title", ["nadia", "CV"], [KARIM, "Mon CV"], 1) },
    { k: "conflict", id: "c2", d: conflictOf("action", "a1", "status", ["nadia", "done"], [KARIM, "cancelled"], 2) },
    { k: "conflict", id: "c3", d: conflictOf("appointment", "p1", "when_where", ["nadia", { starts: 1 }], ["julien", { starts: 2 }], 2) },
  );
  await desk.sync();

  assert.deepEqual(envois.value.map(({ state, recordId, conflictId, text, title }) => [state, recordId, conflictId, text, title]), [
    ["to_review", "a1", "c2", undefined, "Refaire mon CV"],
  ]);
});
