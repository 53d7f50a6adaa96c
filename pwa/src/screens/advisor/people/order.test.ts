import assert from "node:assert/strict";
import { test } from "node:test";
import { sorted, USUAL_SORT } from "./order.ts";
import { named, names, wrote } from "./person.fake.ts";

const awa = named("Awa Diallo", { last: wrote(100, { side: "advisor", mine: true }) });
const karim = named("Karim Haddad", { last: wrote(400), waitingSince: 390 });
const oceane = named("Océane Picard", { last: wrote(200), waitingSince: 50 });
const ines = named("Inès Moreau", { last: wrote(300, { side: "advisor" }) });
const noa = named("Noa Éluard");
const people = [awa, karim, oceane, ines, noa];

test("those who have waited longest come first, then the latest exchanges", () => {
  assert.deepEqual(names(sorted(people, USUAL_SORT)), [oceane, karim, ines, awa, noa].map((one) => names([one])[0]));
});

test("sorting by last exchange keeps those who never wrote at the end, both ways", () => {
  assert.deepEqual(sorted(people, { key: "exchange", descending: true }), [karim, ines, oceane, awa, noa]);
  assert.deepEqual(sorted(people, { key: "exchange", descending: false }), [awa, oceane, ines, karim, noa]);
});

test("names are sorted by last name, accents aside, homonyms by birth date", () => {
  assert.deepEqual(sorted(people, { key: "name", descending: false }), [awa, noa, karim, ines, oceane]);
  const older = named("Lina Roy", { birthDate: "2004-05-01" });
  const younger = named("Lina Roy", { birthDate: "2007-05-01" });
  assert.deepEqual(sorted([younger, older], { key: "name", descending: false }), [older, younger]);
});

test("sorting leaves the list it was given as it was", () => {
  const before = [...people];
  sorted(people, USUAL_SORT);
  assert.deepEqual(people, before);
});
