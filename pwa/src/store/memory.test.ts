import assert from "node:assert/strict";
import { test } from "node:test";
import { flagThread } from "../intents/flagThread.ts";
import { setPreference } from "../intents/setPreference.ts";
import { sendMessage } from "../intents/sendMessage.ts";
import { DOSSIER, KARIM, NOTES, OWN, sitDown } from "../sync/desk.fake.ts";
import { fork } from "../sync/settle.ts";
import { messageOf } from "../sync/server.fake.ts";
import { clearDraft, readDraft, writeDraft } from "./drafts.ts";
import { envois } from "./envois.ts";
import { loadOutbox, paint, pending } from "./memory.ts";
import { applyPage } from "./page.ts";
import { record } from "./records.ts";
import { summary } from "./summaries.ts";

test("a gesture leaves the overlay exactly when its effect is in the base, and a later change shows at once", async () => {
  const { server, tab } = await sitDown("advisor");
  const seen: (boolean | undefined)[] = [];
  const look = () => seen.push(record("triage", KARIM)?.d.flagged);
  tab.world.painted = (stored) => paint(stored).then(look).then(() => undefined);
  tab.world.outboxChanged = () => loadOutbox().then(look).then(() => undefined);
  await flagThread({ youngPersonId: KARIM, flagged: true });
  look();
  // A colleague takes the flag off between the two halves of the answer.
  tab.world.post = async (request) => {
    const pushed = await server.post({ ...request, pull: undefined });
    server.write(NOTES, { k: "triage", id: KARIM, d: { flagged: false, handled: 0 } });
    const pulled = await server.post({ ...request, push: undefined, pull: { ...request.pull!, lanes: [NOTES] } });
    return { ...pulled, body: { ...(pulled.body as object), push: (pushed.body as { push: unknown }).push } };
  };

  await tab.settle();

  assert.deepEqual(seen, [true, false, false]);
  assert.equal(pending.value.length, 0);
});

test("numbers of a former identifier hide nothing", async () => {
  const { tab } = await sitDown("young_person");
  await sendMessage({ youngPersonId: KARIM, text: "un" });
  await tab.settle();
  await sendMessage({ youngPersonId: KARIM, text: "deux" });

  await fork(tab.store.outbox, (await tab.outbox()).client!, 1);
  await loadOutbox();

  assert.deepEqual(pending.value.map(({ n, set }) => [n, set.text]), [[1, "deux"]]);
  assert.equal(summary(KARIM)?.last?.text, "deux");
});

test("settings change at once and can be put back", async () => {
  const { server, sync } = await sitDown("young_person");
  server.write(OWN, { k: "preferences", id: "karim", d: { theme: "auto", text_size: "normal", share_read: true, shortcuts: true } });
  await sync();

  const { undo } = await setPreference({ theme: "dark", text_size: "normal" });
  assert.equal(record("preferences", "karim")?.d.theme, "dark");
  assert.deepEqual(envois.value.map((envoi) => envoi.type), ["preferences.set"]);
  await undo?.();
  await sync();

  assert.equal(record("preferences", "karim")?.d.theme, "auto");
  assert.deepEqual(await setPreference({ theme: "auto" }), {});
});

test("what a scope replaced whole no longer holds leaves the screen", async () => {
  const { server, sync } = await sitDown("advisor", 2);
  server.write(NOTES, { k: "triage", id: KARIM, d: { flagged: true, handled: 0 } });
  await sync();
  server.scope(NOTES).rows.clear();
  server.scope(NOTES).epoch = 2;
  server.scope(DOSSIER).rows.delete("message m2");
  server.scope(DOSSIER).epoch = 2;

  await sync();

  assert.equal(record("triage", KARIM), undefined);
  assert.equal(summary(KARIM)?.last?.text, "1");
});

test("news of another tab that come late do not take the screen back", async () => {
  const { server, tab } = await sitDown("advisor", 1);
  server.write(DOSSIER, { k: "message", id: "m2", d: messageOf(KARIM, 2, "deux") });
  const before = server.scope(DOSSIER).version - 1;
  const older = await applyPage(tab.store.base, { scopes: [server.delta(DOSSIER, before)], exact: true });
  server.write(DOSSIER, { k: "young_person", id: KARIM, d: { first_name: "Karim", last_name: "Nouveau" } });
  await tab.settle();
  older.rows.push(["young_person", KARIM, { s: DOSSIER, k: "young_person", id: KARIM, v: 1, g: 0, d: { last_name: "Ancien" } as never }]);

  await paint(older);

  assert.equal(record("young_person", KARIM)?.d.last_name, "Nouveau");
});

test("a draft survives, with its caret, until it is sent in the same transaction", async () => {
  await sitDown("young_person");
  const draft = { text: "à moitié", start: 3, end: 3, at: 5 };
  await writeDraft("thread:karim", draft);
  assert.deepEqual(await readDraft("thread:karim"), draft);

  await sendMessage({ youngPersonId: KARIM, text: "à moitié", draft: "thread:karim" });

  assert.equal(await readDraft("thread:karim"), null);
  await writeDraft("other", draft);
  await clearDraft("other");
  assert.equal(await readDraft("other"), null);
});

test("two versions of one's own words ask to be looked at", async () => {
  const { server, sync } = await sitDown("young_person");
  const version = (author: string, value: string) => ({ value, author, name: author, at: 1 });
  const d = { record: { k: "message", id: "m1" }, group: "text", kept: version("karim", "a"), lost: version("karim", "b"), state: "open", at: 1 };
  server.write(DOSSIER, { k: "conflict", id: "c1", d }, { k: "conflict", id: "c2", d: { ...d, state: "kept" } });

  await sync();

  assert.deepEqual(envois.value.map(({ state, conflictId, text, about }) => [state, conflictId, text, about]), [["to_review", "c1", "b", KARIM]]);
});
