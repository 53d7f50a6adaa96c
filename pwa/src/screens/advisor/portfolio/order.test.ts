import assert from "node:assert/strict";
import { test } from "node:test";
import { USUAL_SORT } from "../people/order.ts";
import { names, wrote } from "../people/person.fake.ts";
import { line, planned } from "./line.fake.ts";
import { ariaSort, chosen, COLUMNS, type PortfolioKey, pressed, sortedRows } from "./order.ts";

const awa = line("Awa Diallo", { toResume: 2, hours: { validated: 0, declared: 2, to_come: 9 }, last: wrote(10) });
const karim = line("Karim Haddad", { nextAppointment: planned(500), toResume: 1, waitingSince: 90, last: wrote(95) });
const lucas = line("Lucas Petit", { scheme: "PACEA", hours: null, nextAppointment: planned(100), last: wrote(20) });
const oceane = line("Océane Picard", { hours: { validated: 8, declared: 1, to_come: 0 }, last: wrote(30) });
const people = [oceane, lucas, karim, awa];

const both = (key: PortfolioKey) =>
  [false, true].map((descending) => names(sortedRows(people, { key, descending })).map((name) => name.split(" ")[0]));

test("appointments go from the next to the farthest, those without any last both ways", () => {
  assert.deepEqual(both("appointment"), [["Lucas", "Karim", "Océane", "Awa"], ["Karim", "Lucas", "Océane", "Awa"]]);
});

test("actions to resume are counted, none being the fewest", () => {
  assert.deepEqual(both("resume"), [["Océane", "Lucas", "Karim", "Awa"], ["Awa", "Karim", "Océane", "Lucas"]]);
});

test("hours are those declared and validated; who is not counted comes last both ways", () => {
  assert.deepEqual(both("hours"), [["Karim", "Awa", "Océane", "Lucas"], ["Océane", "Awa", "Karim", "Lucas"]]);
});

test("names and last exchanges sort both ways", () => {
  assert.deepEqual(both("name"), [["Awa", "Karim", "Lucas", "Océane"], ["Océane", "Lucas", "Karim", "Awa"]]);
  assert.deepEqual(both("exchange"), [["Awa", "Lucas", "Océane", "Karim"], ["Karim", "Océane", "Lucas", "Awa"]]);
});

test("who waits comes first, and one press brings that order back", () => {
  assert.equal(sortedRows(people, USUAL_SORT)[0], karim);
  assert.deepEqual(pressed(chosen("name"), "exchange"), USUAL_SORT);
  assert.equal(ariaSort(USUAL_SORT, "exchange"), "other");
});

test("presses on a column turn its order round, then begin again", () => {
  for (const column of COLUMNS) {
    const first = pressed(USUAL_SORT, column);
    assert.equal(first.key, column);
    const second = pressed(first, column);
    assert.deepEqual(second, { key: column, descending: !first.descending });
    assert.equal(ariaSort(second, column), second.descending ? "descending" : "ascending");
    assert.equal(COLUMNS.filter((one) => ariaSort(second, one)).length, 1);
    assert.deepEqual(pressed(second, column), column === "exchange" ? USUAL_SORT : first);
  }
});

test("a choice in words is the first order of its column", () => {
  assert.deepEqual(chosen("waiting"), USUAL_SORT);
  assert.deepEqual(chosen("exchange"), { key: "exchange", descending: true });
  assert.deepEqual(chosen("name"), { key: "name", descending: false });
});
