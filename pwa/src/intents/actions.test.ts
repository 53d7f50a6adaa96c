import assert from "node:assert/strict";
import { test } from "node:test";
import type { Action } from "../api/types.ts";
import { readDraft, writeDraft } from "../store/drafts.ts";
import { actionsOf, commentsOf, mayDelete } from "../store/followup/dossier.ts";
import { actionOf } from "../store/followup/records.fake.ts";
import { intents, pending } from "../store/memory.ts";
import { record } from "../store/records.ts";
import { DOSSIER, KARIM, sitDown, type Desk } from "../sync/desk.fake.ts";
import { commentAction } from "./commentAction.ts";
import { createAction } from "./createAction.ts";
import { deleteAction, restoreAction } from "./deleteAction.ts";
import type { Done } from "./done.ts";
import { editAction } from "./editAction.ts";
import { qualifyAction } from "./qualifyAction.ts";
import { setActionStatus } from "./setActionStatus.ts";

const NOON = Date.parse("2026-11-26T12:00:00Z");
const HERE = { youngPersonId: KARIM, id: "a1" };

/** A desk where one action is known, seen at version `v`. */
async function withAction(part: Partial<Action> = {}): Promise<Desk & { v: number }> {
  const desk = await sitDown("advisor");
  desk.server.now = NOON;
  desk.server.write(DOSSIER, { k: "action", id: "a1", d: actionOf(part) });
  await desk.sync();
  return { ...desk, v: record("action", "a1")!.v };
}

/** What is shown of the action, but its history, which every gesture lengthens. */
function shown(): Omit<Action, "history"> | undefined {
  const held = record("action", "a1");
  if (!held) return undefined;
  const { history: _told, ...rest } = held.d;
  return rest;
}

const last = () => {
  const { type, base, set } = intents.value.at(-1)!;
  return { type, base, set };
};

/** The gesture changes what is shown, its undo puts back exactly what was. */
async function undone(gesture: () => Promise<Done>): Promise<void> {
  const before = shown();
  const { undo } = await gesture();
  assert.notDeepEqual(shown(), before);
  await undo?.();
  assert.deepEqual(shown(), before);
}

test("an action written shows at once, its draft is forgotten, and undone it is no longer there", async () => {
  const { server } = await sitDown("young_person");
  server.now = NOON;
  await writeDraft("action:new", { text: "{}", start: 0, end: 0, at: 1 });

  const { undo } = await createAction({ youngPersonId: KARIM, title: "  Refaire \n mon CV ", description: " ", due: "2026-11-27", draft: "action:new" });

  assert.deepEqual(actionsOf(KARIM).map(({ d }) => [d.title, d.description, d.status, d.creator.id]), [["Refaire mon CV", null, "not_started", KARIM]]);
  assert.deepEqual(last().set, { title: "Refaire mon CV", due: "2026-11-27" });
  assert.equal(await readDraft("action:new"), null);
  await undo?.();
  assert.deepEqual(actionsOf(KARIM), []);
});

test("what was written down as done is done today, and can be undone too", async () => {
  const { server } = await sitDown("young_person");
  server.now = NOON;

  const { undo } = await createAction({ youngPersonId: KARIM, title: "Salon", category: "EMPLOI", due: "2026-11-20", status: "done" });
  assert.equal(actionsOf(KARIM)[0]?.d.done_on, "2026-11-26");
  await undo?.();

  assert.deepEqual(actionsOf(KARIM), []);
});

test("only what differs is sent, each field with the version it was read at", async () => {
  const { v } = await withAction({ description: "Avec photo" });

  await editAction({ ...HERE, title: " Refaire mon CV ", description: "", due: "2026-11-28" });

  assert.deepEqual(last(), { type: "action.edit", base: { description: v, due: v }, set: { description: null, due: "2026-11-28" } });
  await editAction({ ...HERE, title: "Refaire mon CV", description: null });
  assert.equal(intents.value.length, 1);
});

test("an edit is undone field by field", async () => {
  await withAction({ description: "Avec photo" });

  await undone(() => editAction({ ...HERE, title: "Autre", description: null, category: null, due: "2026-12-01" }));

  assert.deepEqual(Object.keys(last().set), ["title", "description", "category", "due"]);
});

test("work done today, on another day, or taken up again, is undone as it was", async () => {
  const { v } = await withAction();
  await undone(() => setActionStatus({ ...HERE, status: "done" }));
  await undone(() => setActionStatus({ ...HERE, status: "cancelled" }));
  await setActionStatus({ ...HERE, status: "done", doneOn: "2026-11-20" });
  assert.deepEqual(last(), { type: "action.status", base: { status: v }, set: { status: "done", done_on: "2026-11-20" } });

  await undone(() => setActionStatus({ ...HERE, status: "in_progress" }));

  assert.equal(shown()?.done_on, "2026-11-20");
  assert.deepEqual(await setActionStatus({ ...HERE, status: "done", doneOn: "2026-11-20" }), {});
});

test("an evening overseas, what is done is done on the day it is there", async () => {
  const { server, sync } = await withAction();
  server.write(DOSSIER, { k: "structure", id: "s1", d: { name: "ML", time_zone: "Indian/Reunion", sites: [] } });
  await sync();
  server.now = Date.parse("2026-11-26T21:00:00Z");

  await setActionStatus({ ...HERE, status: "done" });

  assert.equal(shown()?.done_on, "2026-11-27");
});

test("a comment shows under its action, with its draft forgotten", async () => {
  await withAction();
  await writeDraft("comment:a1", { text: "Bravo", start: 5, end: 5, at: 1 });

  await commentAction({ ...HERE, text: " Bravo ", draft: "comment:a1" });

  assert.deepEqual(commentsOf("a1").map(({ d }) => [d.text, d.author, d.side]), [["Bravo", "nadia", "advisor"]]);
  assert.equal(await readDraft("comment:a1"), null);
  assert.equal(mayDelete(record("action", "a1")!), false);
});

test("a deletion is undone, and so is its undoing", async () => {
  const { v } = await withAction();
  assert.equal(mayDelete(record("action", "a1")!), true);
  await undone(() => deleteAction(HERE));
  assert.deepEqual(last(), { type: "action.restore", base: { deleted: v }, set: {} });
  await deleteAction(HERE);

  await undone(() => restoreAction(HERE));

  assert.deepEqual(actionsOf(KARIM), []);
});

test("what is done is kept: neither deleted nor, once validated, changed; undoing has no hold on it", async () => {
  await withAction({ status: "done", done_on: "2026-11-25" });
  assert.equal(mayDelete(record("action", "a1")!), false);

  assert.deepEqual(await qualifyAction({ ...HERE, hours: 3, comment: " " }), {});
  assert.deepEqual([last().set, shown()?.qualification?.hours], [{ hours: 3 }, 3]);
  await editAction({ ...HERE, title: "Autre" });
  await setActionStatus({ ...HERE, status: "not_started" });
  await deleteAction(HERE);

  assert.deepEqual([shown()?.title, shown()?.status, shown()?.deleted], ["Refaire mon CV", "done", null]);
  assert.equal(pending.value.length, 4);
});
