import assert from "node:assert/strict";
import { test } from "node:test";
import actions from "../../../i18n/fr/actions.json" with { type: "json" };
import suivi from "../../../i18n/fr/suivi.json" with { type: "json" };
import { registerStrings } from "../../../i18n/t.ts";
import { actionOf, appointmentOf } from "../../../store/followup/records.fake.ts";
import { aboutAction, aboutAppointment, lateQuestion } from "./itemWords.ts";

registerStrings(actions);
registerStrings(suivi);

/** A Tuesday. */
const TODAY = "2026-11-24";
const around = { today: TODAY, counts: true, family: "Emploi" };
const AT = "14\u00a0h\u00a000";
const NBSP = "\u00a0";

test("an action says its family and what it counts for", () => {
  assert.equal(aboutAction(actionOf(), around), `Emploi, compte 3${NBSP}h`);
  assert.equal(aboutAction(actionOf({ category: "other" }), { ...around, family: "Autre chose" }), "Autre chose");
});

test("hours that are not counted are not spoken of", () => {
  const qualification = { hours: 3, comment: null, by: "n", name: "Nadia", at: 1 };
  assert.equal(aboutAction(actionOf(), { ...around, counts: false }), "Emploi");
  assert.equal(aboutAction(actionOf({ status: "done", qualification }), { ...around, counts: false }), "Emploi");
});

test("validated hours are those the advisor gave", () => {
  const qualification = { hours: 1, comment: null, by: "n", name: "Nadia", at: 1 };
  assert.equal(aboutAction(actionOf({ status: "done", qualification }), around), `Emploi, 1${NBSP}h validée`);
});

test("what is under way, past its day or cancelled says so; what is done is never to resume", () => {
  assert.equal(aboutAction(actionOf({ status: "in_progress" }), around), `En cours. Emploi, compte 3${NBSP}h`);
  assert.equal(aboutAction(actionOf({ due: "2026-11-20" }), around), `À reprendre. Emploi, compte 3${NBSP}h`);
  assert.equal(aboutAction(actionOf({ due: "2026-11-20", status: "done" }), around), `Emploi, compte 3${NBSP}h`);
  assert.equal(aboutAction(actionOf({ status: "cancelled" }), around), "Annulée. Emploi");
});

test("late is a question, with the day as one would say it", () => {
  assert.equal(lateQuestion("2026-11-23", TODAY), "C’était prévu hier. Toujours utile\u202f?");
  assert.equal(lateQuestion("2026-11-20", TODAY), "C’était prévu vendredi. Toujours utile\u202f?");
  assert.equal(lateQuestion("2026-11-13", TODAY), `C’était prévu le vendredi 13${NBSP}novembre. Toujours utile\u202f?`);
});

test("an appointment says where, then what was answered, then what became of it", () => {
  const before = appointmentOf().starts - 1;
  assert.equal(aboutAppointment(appointmentOf(), AT, before), `${AT}, Bureau 2`);
  assert.equal(aboutAppointment(appointmentOf({ answer: "coming" }), AT, before), `${AT}, vous venez`);
  assert.equal(aboutAppointment(appointmentOf({ attendance: "present", answer: "coming" }), AT, before), `${AT}, vous étiez là`);
  assert.equal(aboutAppointment(appointmentOf({ cancelled: 1, answer: "coming" }), AT, before), `${AT}, annulé`);
  assert.equal(aboutAppointment(appointmentOf({ modality: "phone", place: "06" }), AT, before), `${AT}, par téléphone`);
});
