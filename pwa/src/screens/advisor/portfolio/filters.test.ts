import assert from "node:assert/strict";
import { test } from "node:test";
import { asPortfolioFilter, countIn, filteredRows, MORNING, QUIET } from "./filters.ts";
import { line } from "./line.fake.ts";

const waits = line("Karim Haddad", { waitingSince: 5, unread: 2, toValidate: 3 });
const comes = line("Inès Moreau", { hasAppointmentToday: true, toValidate: 1 });
const away = line("Enzo Marchand", { activated: false, flagged: true });
const people = [waits, comes, away];

test("each question keeps those it is about", () => {
  const kept = [...MORNING, ...QUIET].map((filter) => filteredRows(people, filter));
  assert.deepEqual(kept, [[waits], [comes], [waits, comes], [waits], [away], [away]]);
  assert.deepEqual(filteredRows(people, null), people);
});

test("actions to validate are counted one by one, everything else by person", () => {
  assert.equal(countIn(people, "to_validate"), 4);
  assert.equal(countIn(people, "waiting"), 1);
  assert.equal(countIn([], "to_validate"), 0);
});

test("a filter that does not exist is no filter", () => {
  assert.equal(asPortfolioFilter("today"), "today");
  assert.equal(asPortfolioFilter("constructor"), null);
  assert.equal(asPortfolioFilter(undefined), null);
});
