import assert from "node:assert/strict";
import { test } from "node:test";
import { readDraft, writeDraft } from "../store/drafts.ts";
import { contactOf, notesOf } from "../store/followup/dossier.ts";
import { noteOf } from "../store/followup/records.fake.ts";
import { intents } from "../store/memory.ts";
import { DOSSIER, KARIM, NOTES, sitDown } from "../sync/desk.fake.ts";
import { deleteNote } from "./deleteNote.ts";
import { NotHere } from "./done.ts";
import { editNote } from "./editNote.ts";
import { setContact } from "./setContact.ts";
import { writeNote } from "./writeNote.ts";

const texts = () => notesOf(KARIM).map(({ d }) => d.text);

test("a note goes where only advisors read, its draft forgotten, and undone it is gone", async () => {
  await sitDown("advisor");
  await writeDraft("note:karim", { text: "À rappeler", start: 0, end: 0, at: 1 });

  const { undo } = await writeNote({ youngPersonId: KARIM, text: " À rappeler ", draft: "note:karim" });

  assert.deepEqual([texts(), intents.value[0]?.s, await readDraft("note:karim")], [["À rappeler"], NOTES, null]);
  await undo?.();
  assert.deepEqual(texts(), []);
});

test("a note changed or deleted comes back with its words, without the network", async () => {
  const { server, sync } = await sitDown("advisor");
  server.write(NOTES, { k: "note", id: "n1", d: noteOf() }, { k: "note", id: "n2", d: noteOf({ at: 2, text: "Plus tard" }) });
  await sync();

  const edited = await editNote({ youngPersonId: KARIM, id: "n1", text: "À rappeler lundi" });
  assert.deepEqual(texts(), ["Plus tard", "À rappeler lundi"]);
  await edited.undo?.();
  const deleted = await deleteNote({ youngPersonId: KARIM, id: "n1" });
  assert.deepEqual(texts(), ["Plus tard"]);
  await deleted.undo?.();

  assert.deepEqual(texts(), ["Plus tard", "À rappeler"]);
  assert.deepEqual(await editNote({ youngPersonId: KARIM, id: "n1", text: " À rappeler " }), {});
});

test("a young person's device has no place for notes", async () => {
  const { server, sync } = await sitDown("young_person");
  server.remove(1, "grant", "18");
  await sync();

  await assert.rejects(writeNote({ youngPersonId: KARIM, text: "non" }), NotHere);
});

test("a number is given, cleared and put back, each field for itself", async () => {
  const { server, sync } = await sitDown("young_person");
  server.write(DOSSIER, { k: "contact", id: KARIM, d: { phone: "06 12 34 56 78", email: null, usual_first_name: null, changed: {} } });
  await sync();
  const seen = () => [contactOf(KARIM)?.d.phone, contactOf(KARIM)?.d.usual_first_name];

  const { undo } = await setContact({ youngPersonId: KARIM, phone: " ", email: "", usualFirstName: "Kim" });
  assert.deepEqual([seen(), Object.keys(intents.value[0]!.base)], [[null, "Kim"], ["phone", "usual_first_name"]]);
  await undo?.();

  assert.deepEqual(seen(), ["06 12 34 56 78", null]);
  assert.deepEqual(await setContact({ youngPersonId: KARIM, phone: "06 12 34 56 78" }), {});
});

test("a first number makes the record", async () => {
  await sitDown("advisor");

  await setContact({ youngPersonId: KARIM, phone: "0612345678" });

  assert.equal(contactOf(KARIM)?.d.changed.phone?.by, "nadia");
});
