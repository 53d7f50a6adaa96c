import assert from "node:assert/strict";
import { test } from "node:test";
import { calendarFile, type CalendarEvent } from "./calendar.ts";

const EVENT: CalendarEvent = {
  id: "p1", sequence: 2, starts: Date.UTC(2026, 10, 26, 13), ends: Date.UTC(2026, 10, 26, 13, 45), made: Date.UTC(2026, 10, 24, 8),
  title: "Rendez-vous avec Nadia Benali", place: "Bureau 4, au premier étage", text: "À apporter : votre CV\nVotre téléphone ; chargé", isCancelled: false,
};
const fileOf = (changes: Partial<CalendarEvent> = {}) => calendarFile({ ...EVENT, ...changes }, "cej.example");

test("an agenda finds the hour in universal time, and the same event when it moves", () => {
  const file = fileOf();
  assert.match(file, /\r\nDTSTART:20261126T130000Z\r\nDTEND:20261126T134500Z\r\n/);
  assert.match(file, /\r\nUID:p1@cej\.example\r\n/);
  assert.match(file, /\r\nSEQUENCE:2\r\n/);
});

test("commas, semicolons and line ends are escaped", () => {
  const file = fileOf().replaceAll("\r\n ", "");
  assert.match(file, /LOCATION:Bureau 4\\, au premier étage\r\n/);
  assert.match(file, /DESCRIPTION:À apporter : votre CV\\nVotre téléphone \\; chargé\r\n/);
});

test("no line is longer than 75 bytes, and unfolding gives the words back", () => {
  const title = "éàü ".repeat(100).trim();
  const file = fileOf({ title });
  for (const line of file.split("\r\n")) assert.ok(new TextEncoder().encode(line).length <= 75, line);
  assert.ok(file.replaceAll("\r\n ", "").includes(`SUMMARY:${title}\r\n`));
});

test("a cancelled appointment takes itself away from the agenda", () => {
  assert.match(fileOf({ isCancelled: true }), /METHOD:CANCEL[^]*STATUS:CANCELLED/);
});

test("nothing is said of a place or words that are not there", () => {
  assert.doesNotMatch(fileOf({ place: null, text: null }), /LOCATION|DESCRIPTION/);
});
