import assert from "node:assert/strict";
import { test } from "node:test";
import states from "../../../i18n/fr/states.json" with { type: "json" };
import thread from "../../../i18n/fr/thread.json" with { type: "json" };
import { registerStrings } from "../../../i18n/t.ts";
import { messageItem, myItem } from "./item.fake.ts";
import { explainState, nameOfMessage, whenOf } from "./words.ts";

registerStrings(states);
registerStrings(thread);

const plain = (text: string | null) => text?.replace(/[\u00a0\u202f]/g, " ");
const old = Date.parse("2024-03-05T18:02:00+01:00");

test("a message names its author, its time and its words", () => {
  assert.equal(plain(nameOfMessage(messageItem())), "Nadia Benali, 9 h 16 : Tu peux me dire si ça te va ?");
});

test("one's own message ends with its state, and says that it was changed", () => {
  const item = myItem({ state: "received", edited: true });

  assert.equal(plain(nameOfMessage(item)), "Vous, 9 h 16 : Oui, je postule ce soir. modifié, Reçu");
});

test("an answer says what it answers", () => {
  const item = myItem({ replyTo: { id: "m0", name: "Nadia Benali", text: "Ça te va ?" } });

  assert.match(plain(nameOfMessage(item))!, /^Vous, 9 h 16, en réponse à Nadia Benali : /);
});

test("a deleted message leaves a trace and no word", () => {
  const item = messageItem({ deleted: true, text: null, edited: true });

  assert.equal(plain(nameOfMessage(item)), "Nadia Benali, 9 h 16 : Message supprimé");
});

test("a refusal says why in a few words, an unknown one too", () => {
  assert.match(nameOfMessage(myItem({ state: "failed", why: "too_large" })), /Échec\u00a0: texte trop long$/);
  assert.match(nameOfMessage(myItem({ state: "failed", why: "brand_new" })), /Échec\u00a0: souci de notre côté$/);
});

test("a late message says when it was written, with its day", () => {
  assert.equal(plain(whenOf({ at: old, late: true }, true)), "écrit mardi 5 mars 2024, 18 h 02");
  assert.equal(plain(whenOf({ at: old, late: false }, false)), "18 h 02");
});

test("a message written late the same day says its time alone", () => {
  assert.match(whenOf({ at: Date.now(), late: true }, false), /^écrit à /);
});

test("each state is explained in one sentence, another's message has none", () => {
  assert.equal(explainState({ state: "read" }, "Nadia"), "Nadia l’a lu.");
  assert.equal(explainState({ state: null }, "Nadia"), null);
  assert.match(explainState({ state: "failed", why: "too_large" }, "Nadia")!, /trop long/);
});
