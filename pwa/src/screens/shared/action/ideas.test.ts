import assert from "node:assert/strict";
import { test } from "node:test";
import actions from "../../../i18n/fr/actions.json" with { type: "json" };
import { registerStrings } from "../../../i18n/t.ts";
import type { Category } from "../../../api/types.ts";
import { stateOf } from "./sending.ts";
import { suggestionsOf } from "./suggestions.ts";

registerStrings(actions);

const CATEGORIES: Category[] = [
  "EMPLOI", "FORMATION", "PROJET_PROFESSIONNEL", "CITOYENNETE", "LOGEMENT", "SANTE", "CULTURE_SPORT_LOISIRS", "other",
];

test("every idea is written, fits in a title, and is given once", () => {
  const ideas = CATEGORIES.flatMap(suggestionsOf);
  assert.equal(ideas.length, 38);
  assert.equal(new Set(ideas).size, ideas.length);
  for (const idea of ideas) assert.match(idea, /^[^.]{4,60}$/u);
});

test("no idea is written for nothing", () => {
  const written = Object.keys(actions).filter((key) => key.startsWith("idea."));
  assert.equal(written.length, CATEGORIES.flatMap(suggestionsOf).length);
});

test("what asks something of the person is said before what does not", () => {
  const none = { isInConflict: false, isRefused: false, isWaiting: false, isSent: false };
  assert.equal(stateOf(none), null);
  assert.equal(stateOf({ ...none, isSent: true }), "sent");
  assert.equal(stateOf({ ...none, isSent: true, isWaiting: true }), "kept");
  assert.equal(stateOf({ ...none, isWaiting: true, isRefused: true }), "refused");
  assert.equal(stateOf({ ...none, isRefused: true, isInConflict: true }), "to_review");
});
