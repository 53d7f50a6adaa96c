import assert from "node:assert/strict";
import { test } from "node:test";
import shared from "../../../i18n/fr/shared.json" with { type: "json" };
import { registerStrings } from "../../../i18n/t.ts";
import type { Envoi } from "../../../store/envois.ts";
import { REDUCERS } from "../../../intents/registry.ts";
import { kindOf, titleOf } from "./words.ts";

registerStrings(shared);

const envoi = (part: Partial<Envoi>): Envoi => ({ key: "k", scope: 1, type: "", state: "kept", at: 1, recordId: "r", canEdit: false, ...part });
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const STARTS = Date.parse("2026-11-26T13:00:00Z");

test("a thing says what it is, with the action or the day it is about", () => {
  const said = [
    envoi({ type: "action.create", title: "Postuler", text: "Postuler" }),
    envoi({ type: "appointment.answer", starts: STARTS, text: "Grève" }),
    envoi({ type: "note.write", text: "À rappeler" }),
    envoi({ type: "message.send", text: "Bonjour" }),
    envoi({ type: "action.status" }),
    envoi({ type: "action.title", state: "to_review", title: "Postuler", text: "Candidater" }),
    envoi({ type: "appointment.when_where", state: "to_review", starts: STARTS }),
  ].map((one) => plain(titleOf(one)));

  assert.deepEqual(said.slice(0, 5), ["Action : Postuler", said[1], "Note privée", "Bonjour", "Action"]);
  assert.match(said[1]!, /^Réponse au rendez-vous de jeudi 26 novembre/);
  assert.equal(said[5], "Action : Postuler");
  assert.match(said[6]!, /^Rendez-vous de jeudi 26 novembre/);
});

test("every gesture has its own name", () => {
  const unnamed = REDUCERS.filter(({ isQuiet }) => !isQuiet).map(({ type }) => envoi({ type, title: "x", starts: STARTS }));

  assert.deepEqual(unnamed.filter((one) => kindOf(one) === "Autre envoi").map(({ type }) => type), []);
});
