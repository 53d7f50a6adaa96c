import assert from "node:assert/strict";
import { test } from "node:test";
import type { Action, Row } from "../../../api/types.ts";
import { actionOf } from "../../../store/followup/records.fake.ts";
import { blankAction, faultsOfAction, typedIn } from "./actionForm.ts";
import { sectionsOf } from "./sections.ts";

const TODAY = "2026-11-24";
const row = (id: string, part: Partial<Action>): Row<"action"> => ({ s: 1, k: "action", id, v: 1, d: actionOf(part) });
const qualification = { hours: 3, comment: null, by: "n", name: "Nadia", at: 1 };

test("what asks for the advisor comes first, then what is late, to do, over, cancelled", () => {
  const rows = [
    row("cancelled", { status: "cancelled" }),
    row("validated", { status: "done", done_on: "2026-11-20", qualification }),
    row("open", { due: "2026-11-24" }),
    row("late", { due: "2026-11-23" }),
    row("done", { status: "done", done_on: "2026-11-22" }),
    row("validated later", { status: "done", done_on: "2026-11-21", qualification }),
  ];
  const found = sectionsOf(rows, TODAY).map(([section, held]) => [section, held.map(({ id }) => id)]);
  assert.deepEqual(found, [
    ["to_validate", ["done"]], ["to_resume", ["late"]], ["open", ["open"]], ["finished", ["validated later", "validated"]], ["cancelled", ["cancelled"]],
  ]);
});

test("an action needs words and a day; a done one cannot be ahead", () => {
  const words = { ...blankAction(TODAY), title: "Refaire le CV" };
  assert.deepEqual(faultsOfAction(words, TODAY), {});
  assert.deepEqual(Object.keys(faultsOfAction({ ...words, title: "   ", day: "" }, TODAY)), ["title", "day"]);
  assert.equal(faultsOfAction({ ...words, status: "done", day: "2026-11-25" }, TODAY).day?.key, "day.fault.ahead");
  assert.equal(faultsOfAction({ ...words, title: "x".repeat(62) }, TODAY).title?.count, 2);
  assert.equal(faultsOfAction({ ...words, day: "2029-01-01" }, TODAY).day?.key, "day.fault.far");
});

test("a draft that cannot be read is no draft", () => {
  assert.deepEqual(typedIn('{"title":"Refaire"}'), { title: "Refaire" });
  assert.deepEqual(typedIn("Refaire"), {});
  assert.deepEqual(typedIn("null"), {});
  assert.deepEqual(typedIn(""), {});
});
