import assert from "node:assert/strict";
import { test } from "node:test";
import { named, names } from "../people/person.fake.ts";
import { moved, type Place, suggest } from "./suggestions.ts";

const places: Place[] = [
  { label: "Messages", icon: "message-circle", href: "/messages" },
  { label: "Inviter un jeune", icon: "user-plus", href: "/portefeuille" },
];
const people = Array.from({ length: 20 }, (_, index) => named(`Mélissa Fontaine${index}`));

test("nothing typed proposes the pages", () => {
  const { people: found, places: pages } = suggest("", people, places);
  assert.equal(found.length, 0);
  assert.equal(pages.length, 2);
});

test("people come with the pages that match, eight at most", () => {
  const { people: found, places: pages } = suggest("mé", people, places);
  assert.equal(found.length, 8);
  assert.deepEqual(pages.map(({ label }) => label), ["Messages"]);
  assert.deepEqual(names(suggest("fontaine19", people, places).people), ["Mélissa Fontaine19"]);
});

test("arrows go round the list", () => {
  assert.equal(moved(0, -1, 3), 2);
  assert.equal(moved(2, 1, 3), 0);
  assert.equal(moved(0, 1, 0), 0);
});
