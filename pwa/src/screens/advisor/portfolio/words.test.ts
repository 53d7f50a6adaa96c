import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import strings from "../../../i18n/fr/portfolio.json" with { type: "json" };
import { registerStrings } from "../../../i18n/t.ts";
import { clock, tick } from "../../../store/clock.ts";
import { wrote } from "../people/person.fake.ts";
import { appointmentMoment, dialled, hoursWords, lastDay, waitingFrom } from "./words.ts";

registerStrings(strings);
const now = clock.now;
const at = (text: string) => Date.parse(`${text}+01:00`);
const plain = (text: string | null) => text?.replaceAll("\u00a0", " ") ?? null;

beforeEach(() => {
  clock.now = () => at("2026-11-24T10:12");
  tick.value += 1;
});
afterEach(() => {
  clock.now = now;
});

test("an appointment is said by its day, with the month when it is another one, and the year when it is far", () => {
  const said = ["2026-11-24T16:00", "2026-11-25T09:05", "2026-11-26T14:00", "2026-12-01T15:00", "2028-01-03T09:00"];
  assert.deepEqual(said.map((when) => plain(appointmentMoment(at(when)))), [
    "aujourd’hui, 16 h 00",
    "demain, 9 h 05",
    "jeu. 26, 14 h 00",
    "mar. 1er déc., 15 h 00",
    "lun. 3 janv. 2028, 9 h 00",
  ]);
});

test("the day turns at midnight of the structure", () => {
  assert.equal(plain(appointmentMoment(at("2026-11-25T00:00"))), "demain, 0 h 00");
  assert.equal(plain(appointmentMoment(at("2026-11-24T23:59"))), "aujourd’hui, 23 h 59");
});

test("since when somebody waits is said when the last message does not say it", () => {
  const from = (since: string | null) => plain(waitingFrom({ last: wrote(at("2026-11-24T09:00")), waitingSince: since === null ? null : at(since) }));
  assert.equal(from("2026-11-24T08:00"), null);
  assert.equal(from("2026-11-23T18:00"), "depuis hier");
  assert.equal(from("2026-11-12T18:00"), "depuis le 12 nov.");
  assert.equal(from(null), null);
});

test("hours agree with their number", () => {
  assert.equal(plain(hoursWords({ validated: 5, declared: 4 })), "9 h, dont 5 validées");
  assert.equal(plain(hoursWords({ validated: 1, declared: 0 })), "1 h, dont 1 validée");
  assert.equal(plain(hoursWords({ validated: 0, declared: 0 })), "0 h, dont 0 validée");
});

test("the last exchange is said by its hour today, by its day before", () => {
  assert.equal(plain(lastDay(at("2026-11-24T09:41"))), "aujourd’hui, 9 h 41");
  assert.equal(plain(lastDay(at("2026-11-23T09:41"))), "hier");
  assert.equal(plain(lastDay(at("2026-11-12T09:41"))), "12 nov.");
});

test("a telephone dials figures, however they were written", () => {
  assert.equal(dialled("06 12 34 56.78"), "tel:0612345678");
  assert.equal(dialled("+33 (0)6 12 34"), "tel:+3361234");
});
