import assert from "node:assert/strict";
import { test } from "node:test";
import { cleanTitle, excessOf } from "../../shared/action/limits.ts";
import { daysOffered } from "./dayChoices.ts";
import {
  answersIn, BLANK, boundsOf, chosenDay, dayOf, faultOfDay, isWorthKeeping, withAsked, withCategory, withDayChoice, withDone,
} from "./newAction.ts";

/** A Tuesday. */
const TODAY = "2026-11-24";
const DONE = withDone(BLANK, true);
const PLANNED = withDone(BLANK, false);

test("an answer leads to the next question, and is kept", () => {
  assert.deepEqual([DONE.done, DONE.step], [true, 2]);
  const chosen = withCategory(DONE, "EMPLOI");
  assert.deepEqual([chosen.category, chosen.step], ["EMPLOI", 3]);
});

test("whether it is done is asked, and never follows from the day", () => {
  assert.equal(withDayChoice(PLANNED, "today", TODAY).done, false);
  assert.equal(withDayChoice(DONE, "near", TODAY).done, true);
});

test("changing the first answer keeps the words and asks for the day again", () => {
  const written = { ...withDayChoice(DONE, "near", TODAY), title: "Déposer mon CV" };

  const changed = withDone(written, false);

  assert.equal(changed.title, "Déposer mon CV");
  assert.equal(dayOf(changed, TODAY), TODAY);
});

test("what was kept comes back as it was", () => {
  const written = { ...withCategory(DONE, "SANTE"), title: "Aller chez le médecin", description: "À 9 h" };
  assert.deepEqual(answersIn(JSON.stringify(written)), written);
});

test("what cannot be read, or skips a question, starts where it can", () => {
  assert.equal(answersIn("{").step, 1);
  assert.equal(answersIn("null").step, 1);
  assert.equal(answersIn(JSON.stringify({ ...BLANK, step: 3 })).step, 1);
  assert.equal(answersIn(JSON.stringify({ ...DONE, step: 3 })).step, 2);
});

test("« J’ai fait une action » answers the first question, and keeps what was written", () => {
  const held = { ...withCategory(PLANNED, "EMPLOI"), title: "Chercher des offres" };

  const asked = withAsked(held, { done: true, day: "2026-11-20" });

  assert.deepEqual([asked.done, asked.step, asked.title, asked.day], [true, 2, "Chercher des offres", "2026-11-20"]);
});

test("the day is today until somebody says otherwise, whatever day it becomes", () => {
  assert.equal(dayOf(DONE, TODAY), TODAY);
  assert.equal(dayOf(DONE, "2026-11-25"), "2026-11-25");
  assert.equal(chosenDay(DONE, TODAY), "today");
});

test("a day chosen by name stays that day when the draft is opened the day after", () => {
  const yesterday = withDayChoice(DONE, "near", TODAY);
  assert.equal(dayOf(yesterday, TODAY), "2026-11-23");
  assert.equal(chosenDay(yesterday, TODAY), "near");

  assert.equal(dayOf(yesterday, "2026-11-25"), "2026-11-23");
  assert.equal(chosenDay(yesterday, "2026-11-25"), "other");
});

test("« Autre jour » has no day until a date is given", () => {
  const other = withDayChoice(PLANNED, "other", TODAY);
  assert.equal(dayOf(other, TODAY), null);
  assert.equal(faultOfDay(dayOf(other, TODAY), false, TODAY), "missing");
  assert.equal(chosenDay({ ...other, day: TODAY }, TODAY), "other");
});

test("what is done is not ahead, what is planned has not passed, nothing is two years away", () => {
  assert.deepEqual(
    [faultOfDay("2026-11-25", true, TODAY), faultOfDay(TODAY, true, TODAY), faultOfDay("2024-11-01", true, TODAY)],
    ["ahead", null, "far"],
  );
  assert.deepEqual(
    [faultOfDay("2026-11-23", false, TODAY), faultOfDay(TODAY, false, TODAY), faultOfDay("2028-12-01", false, TODAY)],
    ["past", null, "far"],
  );
  assert.deepEqual(boundsOf(true, TODAY), { min: "2024-11-24", max: TODAY });
});

test("the days offered are near, each once, and never the one it has", () => {
  assert.deepEqual(daysOffered(TODAY, false, "2026-11-20"), ["2026-11-24", "2026-11-25", "2026-11-30"]);
  assert.deepEqual(daysOffered("2026-11-29", false, "2026-11-29"), ["2026-11-30"]);
  assert.deepEqual(daysOffered(TODAY, true, TODAY), ["2026-11-23"]);
});

test("a title is one line, counted in characters", () => {
  assert.equal(cleanTitle("  Déposer\n mon   CV "), "Déposer mon CV");
  assert.equal(excessOf("é".repeat(60), 60), 0);
  assert.equal(excessOf("👩‍🦰".repeat(30), 60), 30);
});

test("a form nobody has answered is not worth keeping", () => {
  assert.equal(isWorthKeeping(BLANK), false);
  assert.equal(isWorthKeeping(DONE), true);
  assert.equal(isWorthKeeping({ ...BLANK, title: "Un mot" }), true);
});
