import assert from "node:assert/strict";
import { test } from "node:test";
import type { Conflict, Side } from "../../api/types.ts";
import { DOSSIER, KARIM, sitDown } from "../../sync/desk.fake.ts";
import { envois } from "../envois.ts";
import { toWire } from "../intent.ts";
import { intents } from "../memory.ts";
import { record } from "../records.ts";
import { conflictOf, openConflicts, settleConflicts } from "./conflicts.ts";
import { actionsOf } from "./dossier.ts";
import { actionOf, appointmentOf, conflictOf as versions } from "./records.fake.ts";

async function disputed(side: Side, ...conflicts: Conflict[]) {
  const desk = await sitDown(side);
  desk.server.write(
    DOSSIER,
    { k: "action", id: "a1", d: actionOf({ title: "CV de Nadia", due: "2026-11-27", status: "in_progress" }) },
    { k: "appointment", id: "p1", d: appointmentOf() },
    ...conflicts.map((d, index) => ({ k: "conflict", id: `c${index + 1}`, d })),
  );
  await desk.sync();
}

const TITLE = versions("action", "a1", "title", ["nadia", "CV de Nadia"], [KARIM, "CV de Karim"], 5);
const DUE = versions("action", "a1", "due", [KARIM, "2026-11-27"], ["nadia", "2026-11-28"], 6);
const choices = () => intents.value.filter(({ type }) => type === "conflict.close").map(({ id, set }) => [id, set.choice]);

test("the fields of one record are put together, mine and theirs, whichever is shown", async () => {
  await disputed("young_person", TITLE, DUE);

  const [group, ...others] = openConflicts.value;

  assert.deepEqual([others, group?.youngPersonId, group?.title, group?.canKeepBoth], [[], KARIM, "CV de Nadia", true]);
  assert.deepEqual([group?.mine.values, group?.mine.isMine], [{ due: "2026-11-27", title: "CV de Karim" }, true]);
  assert.deepEqual([group?.theirs.values, group?.theirs.name, group?.theirs.at], [{ due: "2026-11-28", title: "CV de Nadia" }, "nadia", 6]);
  assert.equal(conflictOf("a1"), group);
});

test("both see the same two versions, each their own first", async () => {
  await disputed("advisor", TITLE);

  const [group] = openConflicts.value;

  assert.deepEqual([group?.mine.values, group?.theirs.values], [{ title: "CV de Nadia" }, { title: "CV de Karim" }]);
});

test("a colleague who wrote neither is given both names, the one shown first", async () => {
  await disputed("advisor", versions("action", "a1", "title", ["julien", "un"], [KARIM, "deux"]));

  const [group] = openConflicts.value;

  assert.deepEqual([group?.mine.isMine, group?.mine.name, group?.theirs.isMine, group?.theirs.name], [false, "julien", false, KARIM]);
});

test("two versions of one's own words, from two devices: the one shown comes first", async () => {
  await disputed("young_person", versions("action", "a1", "title", [KARIM, "un"], [KARIM, "deux"]));

  const [group] = openConflicts.value;
  assert.deepEqual([group?.mine.values, group?.theirs.values, group?.theirs.isMine], [{ title: "un" }, { title: "deux" }, true]);
  await settleConflicts(group!, "theirs");
  assert.deepEqual(choices(), [["c1", "restored"]]);
});

for (const [choice, expected] of [["mine", [["c2", "kept"], ["c1", "restored"]]], ["theirs", [["c2", "restored"], ["c1", "kept"]]]] as const) {
  test(`keeping ${choice} puts back what must be, and undone it asks again`, async () => {
    await disputed("young_person", TITLE, DUE);

    const { undo } = await settleConflicts(openConflicts.value[0]!, choice);
    assert.deepEqual(choices(), expected);
    assert.equal(openConflicts.value.length, 0);
    await undo();

    assert.deepEqual(openConflicts.value[0]?.rows.map(({ id }) => id), ["c2", "c1"]);
    assert.deepEqual(choices().slice(2), [["c2", "open"], ["c1", "open"]]);
  });
}

test("what is chosen shows on the record at once, and undone the other comes back", async () => {
  const where = (place: string) => ({ starts: 1, ends: 2, modality: "phone", place });
  await disputed(
    "advisor",
    versions("appointment", "p1", "when_where", [KARIM, { ...where("Bureau 2") }], ["nadia", where("06")], 9),
    versions("action", "a1", "title", [KARIM, "CV de Nadia"], ["nadia", "CV"], 8),
    versions("action", "a1", "status", [KARIM, "in_progress"], ["nadia", "cancelled"], 7),
    versions("action", "a1", "deleted", [KARIM, null], ["nadia", "deleted"], 6),
  );
  const [appointment, action] = openConflicts.value;

  await settleConflicts(appointment!, "mine");
  const { undo } = await settleConflicts(action!, "mine");
  const shown = () => [record("action", "a1")?.d.title, record("action", "a1")?.d.status, record("action", "a1")?.d.deleted === null];
  assert.deepEqual(shown(), ["CV", "cancelled", false]);
  assert.deepEqual([record("appointment", "p1")?.d.place, record("appointment", "p1")?.d.starts], ["06", 1]);
  assert.equal("puts" in toWire(intents.value[0]!), false);
  await undo();

  assert.deepEqual(shown(), ["CV de Nadia", "in_progress", true]);
});

test("keeping both gives one version its place and makes an action of the other, until undone", async () => {
  await disputed("young_person", TITLE, DUE);

  const { undo } = await settleConflicts(openConflicts.value[0]!, "both");
  assert.deepEqual(choices(), [["c2", "kept"], ["c1", "restored"]]);
  assert.deepEqual(
    actionsOf(KARIM).map(({ d }) => [d.title, d.due, d.category, d.status]),
    [["CV de Karim", "2026-11-27", "EMPLOI", "in_progress"], ["CV de Nadia", "2026-11-28", "EMPLOI", "in_progress"]],
  );
  await undo();

  assert.deepEqual([actionsOf(KARIM).map(({ d }) => d.title), openConflicts.value.length], [["CV de Nadia"], 1]);
});

test("two times of an appointment, or a status, are one or the other", async () => {
  const where = (place: string) => ({ starts: 1, ends: 2, modality: "in_person", place });
  await disputed(
    "advisor",
    versions("appointment", "p1", "when_where", ["julien", where("Bureau 2")], ["nadia", where("Bureau 3")], 9),
    versions("action", "a1", "status", ["nadia", "cancelled"], [KARIM, "in_progress"], 8),
  );

  assert.deepEqual(openConflicts.value.map(({ canKeepBoth, title }) => [title, canKeepBoth]), [[null, false], ["CV de Nadia", false]]);
  assert.deepEqual(openConflicts.value[0]?.mine.values, { when_where: where("Bureau 3") });
});

test("the same field in dispute twice is settled one choice after the other", async () => {
  await disputed("young_person", TITLE, versions("action", "a1", "title", ["nadia", "CV de Nadia"], [KARIM, "encore"], 7));

  assert.deepEqual(openConflicts.value[0]?.rows.map(({ id }) => id), ["c2"]);
  await settleConflicts(openConflicts.value[0]!, "theirs");

  assert.deepEqual(openConflicts.value[0]?.rows.map(({ id }) => id), ["c1"]);
});

test("a deletion that was cancelled asks whoever deleted", async () => {
  await disputed("advisor", versions("action", "a1", "deleted", [KARIM, null], ["nadia", "deleted"]));

  const [group] = openConflicts.value;
  assert.deepEqual([group?.mine.values, group?.theirs.values, group?.canKeepBoth], [{ deleted: "deleted" }, { deleted: null }, false]);
  assert.deepEqual(envois.value.map(({ state, recordId, text, title }) => [state, recordId, text, title]), [["to_review", "a1", undefined, "CV de Nadia"]]);
  await settleConflicts(group!, "mine");
  assert.equal(record("conflict", "c1")?.d.state, "restored");
});
