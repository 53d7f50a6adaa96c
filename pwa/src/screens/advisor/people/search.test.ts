import assert from "node:assert/strict";
import { test } from "node:test";
import { fold, isOneTypoAway } from "./fold.ts";
import { named, names } from "./person.fake.ts";
import { searchPeople } from "./search.ts";

const people = [
  "Inès Moreau",
  "Karim Haddad",
  "Jean-Baptiste D’Almeida",
  "Karima Ben Saïd",
  "Lucas Petit",
  "Maëlys Œuvrard",
].map((name) => named(name));
const found = (query: string) => names(searchPeople(people, query));

test("accents, case, hyphens and apostrophes do not matter", () => {
  assert.equal(fold("Jean-Baptiste D’Œuvre-Maë"), "jean baptiste d oeuvre mae");
  assert.deepEqual(found("ines"), ["Inès Moreau"]);
  assert.deepEqual(found("MAELYS oeuv"), ["Maëlys Œuvrard"]);
  assert.deepEqual(found("jean baptiste d'alm"), ["Jean-Baptiste D’Almeida"]);
});

test("the words of a name are found in any order, by their beginning", () => {
  assert.deepEqual(found("haddad kar"), ["Karim Haddad"]);
  assert.deepEqual(found("ben"), ["Karima Ben Saïd"]);
});

test("a whole word comes before a longer name that begins alike", () => {
  const reversed = [...people].reverse();
  assert.deepEqual(names(searchPeople(reversed, "karim")), ["Karim Haddad", "Karima Ben Saïd"]);
});

test("one typo is forgiven: changed, missing, added or swapped letter", () => {
  for (const typo of ["karin hadad", "krim", "Luccas", "ptit"]) assert.equal(found(typo).length > 0, true, typo);
  assert.deepEqual(found("mroeau"), ["Inès Moreau"]);
});

test("two typos in a word, or a name nobody bears, find nobody", () => {
  assert.deepEqual(found("mroaeu"), []);
  assert.deepEqual(found("zoé"), []);
  assert.deepEqual(found("ka zz"), []);
});

test("a short name forgives a changed letter only", () => {
  const short = [named("Awa Diallo")];
  assert.equal(searchPeople(short, "ava").length, 1);
  assert.equal(searchPeople(short, "ana d").length, 1);
  assert.equal(searchPeople(short, "dia").length, 1);
  assert.equal(searchPeople(short, "dea").length, 0);
});

test("typos are guessed only when nobody matches as typed", () => {
  const close = [named("Marin Petit"), named("Karin Petit")];
  assert.deepEqual(names(searchPeople(close, "marin")), ["Marin Petit"]);
});

test("nothing typed leaves the list as it was", () => {
  assert.equal(searchPeople(people, "  ").length, people.length);
});

test("one typo away is symmetric and no more than one", () => {
  const pairs = [["ines", "inse", true], ["ab", "abc", true], ["abc", "acbd", false], ["", "a", true]] as const;
  for (const [one, other, near] of pairs) {
    assert.equal(isOneTypoAway(one, other), near, `${one} ${other}`);
    assert.equal(isOneTypoAway(other, one), near, `${other} ${one}`);
  }
});
