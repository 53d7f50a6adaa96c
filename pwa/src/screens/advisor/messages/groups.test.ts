import assert from "node:assert/strict";
import { test } from "node:test";
import { named, names, wrote } from "../people/person.fake.ts";
import { firstOf, grouped, type Wanted } from "./groups.ts";

const karim = named("Karim Haddad", { last: wrote(900), waitingSince: 890, unread: 2, flagged: true });
const oceane = named("Océane Picard", { last: wrote(300), waitingSince: 300 });
const ines = named("Inès Moreau", { last: wrote(500, { side: "advisor", mine: true }) });
const awa = named("Awa Diallo", { last: wrote(100, { side: "advisor", mine: true }) });
const noa = named("Noa Petit");
const people = [awa, noa, oceane, ines, karim];

function shown(wanted: Partial<Wanted>): [string, string[]][] {
  const groups = grouped(people, { triage: null, name: "", open: undefined, ...wanted });
  return groups.map(([group, list]) => [group, names(list)]);
}

test("those who wait come first, the longest wait on top, then those answered, then those where nobody wrote", () => {
  assert.deepEqual(shown({}), [
    ["waiting", ["Océane Picard", "Karim Haddad"]],
    ["answered", ["Inès Moreau", "Awa Diallo"]],
    ["silent", ["Noa Petit"]],
  ]);
});

test("a triage keeps its own people, and leaves out empty groups", () => {
  assert.deepEqual(shown({ triage: "flagged" }), [["waiting", ["Karim Haddad"]]]);
  assert.deepEqual(shown({ triage: "unread" }), [["waiting", ["Karim Haddad"]]]);
});

test("the conversation on screen stays in the list once it is read or answered", () => {
  assert.deepEqual(shown({ triage: "unread", open: ines.youngPersonId }), [
    ["waiting", ["Karim Haddad"]],
    ["answered", ["Inès Moreau"]],
  ]);
});

test("a name narrows every group", () => {
  assert.deepEqual(shown({ name: "moreau" }), [["answered", ["Inès Moreau"]]]);
  assert.deepEqual(shown({ name: "nobody" }), []);
});

test("a long list is cut across its groups", () => {
  const groups = grouped(people, { triage: null, name: "", open: undefined });
  const kept = (limit: number) => firstOf(groups, limit).map(([group, list]) => [group, list.length]);
  assert.deepEqual(kept(3), [["waiting", 2], ["answered", 1]]);
  assert.deepEqual(kept(99), [["waiting", 2], ["answered", 2], ["silent", 1]]);
});
