import assert from "node:assert/strict";
import { test } from "node:test";
import { ageOn, dayInWords } from "./ages.ts";
import { exchangeOf, writerOf } from "./exchange.ts";
import { countOf, filtered } from "./filters.ts";
import { homonyms, namesakes } from "./homonyms.ts";
import { named, somebody, wrote } from "./person.fake.ts";
import { tintsOf } from "./tints.ts";
import { roughly } from "./waits.ts";

test("homonyms are those who share both names, accents aside", () => {
  const one = named("Inès Moreau", { birthDate: "2005-01-01" });
  const two = named("Ines Moreau", { birthDate: "2006-01-01" });
  const other = named("Inès Martin");
  assert.deepEqual(homonyms([one, other, two]), new Set([one, two]));
  assert.deepEqual(namesakes([one, other], { firstName: "INES", lastName: "moreau" }), [one]);
});

test("each filter keeps exactly those it counts", () => {
  const waiting = somebody({ waitingSince: 5, unread: 2 });
  const quiet = somebody({ activated: false });
  const followed = somebody({ flagged: true });
  const people = [waiting, quiet, followed];
  assert.deepEqual(filtered(people, "waiting"), [waiting]);
  assert.deepEqual(filtered(people, "not_entered"), [quiet]);
  assert.deepEqual(filtered(people, "flagged"), [followed]);
  assert.equal(countOf(people, "unread"), 1);
  assert.equal(filtered(people, null).length, 3);
});

test("the last exchange says who wrote, and whether somebody waits", () => {
  assert.equal(exchangeOf(somebody({ last: wrote(1), waitingSince: 1 })), "waits");
  assert.equal(exchangeOf(somebody({ last: wrote(1) })), "handled");
  assert.equal(exchangeOf(somebody({ last: wrote(1, { side: "advisor", mine: true }) })), "mine");
  assert.equal(exchangeOf(somebody({ last: wrote(1, { side: "advisor", name: "Marc Leroy" }) })), "colleague");
  assert.equal(exchangeOf(somebody()), "silent");
  assert.equal(exchangeOf(somebody({ activated: false })), "not_entered");
  assert.equal(writerOf(somebody({ last: wrote(1, { name: "Marc Leroy" }) })), "Marc");
});

test("an age changes on the birthday, not before", () => {
  assert.equal(ageOn("2026-03-01", "2007-03-02"), 18);
  assert.equal(ageOn("2026-03-02", "2007-03-02"), 19);
  assert.equal(dayInWords("2026-03-01"), "1er\u00a0mars\u00a02026");
});

test("a wait is said roughly, and is never zero", () => {
  assert.equal(roughly(0), "1\u00a0min");
  assert.equal(roughly(31 * 60_000), "31\u00a0min");
  assert.equal(roughly(125 * 60_000), "2\u00a0heures");
  assert.equal(roughly(26 * 3_600_000), "1\u00a0jour");
  assert.equal(roughly(80 * 3_600_000), "3\u00a0jours");
});

test("tints follow the order of arrival and go round", () => {
  const tints = tintsOf(["c", "a", "b", "g", "e", "d", "f"]);
  assert.equal(tints.get("a"), 1);
  assert.equal(tints.get("f"), 6);
  assert.equal(tints.get("g"), 1);
});
