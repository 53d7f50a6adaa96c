import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { effect } from "@preact/signals";
import { clock, startTicking } from "../clock.ts";
import { addDays, daysFrom, localDay, mondayOf, startOf, today } from "./days.ts";

const at = (text: string) => Date.parse(text);

test("a day is that of the structure, wherever the screen is", () => {
  const evening = at("2026-11-26T22:30:00Z");

  assert.deepEqual(
    ["Europe/Paris", "Indian/Reunion", "America/Guadeloupe", "Pacific/Noumea", "Pacific/Marquesas"].map((zone) => localDay(evening, zone)),
    ["2026-11-26", "2026-11-27", "2026-11-26", "2026-11-27", "2026-11-26"],
  );
});

test("days around a change of clocks begin at their own midnight", () => {
  const instants = ["2026-03-29", "2026-03-30", "2026-10-25", "2026-10-26"].map((day) => new Date(startOf(day, "Europe/Paris")).toISOString());

  assert.deepEqual(instants, ["2026-03-28T23:00:00.000Z", "2026-03-29T22:00:00.000Z", "2026-10-24T22:00:00.000Z", "2026-10-25T23:00:00.000Z"]);
  assert.equal(localDay(at("2026-10-25T22:59:59Z"), "Europe/Paris"), "2026-10-25");
});

test("a midnight that clocks jump over is the first instant after it", () => {
  assert.equal(new Date(startOf("2026-09-06", "America/Santiago")).toISOString(), "2026-09-06T04:00:00.000Z");
});

test("overseas, a day begins at its own midnight", () => {
  assert.equal(new Date(startOf("2026-11-26", "Indian/Reunion")).toISOString(), "2026-11-25T20:00:00.000Z");
  assert.equal(new Date(startOf("2026-11-26", "America/Guadeloupe")).toISOString(), "2026-11-26T04:00:00.000Z");
  assert.equal(new Date(startOf("2026-11-26", "Pacific/Marquesas")).toISOString(), "2026-11-26T09:30:00.000Z");
});

test("weeks begin on Monday, over months, years and 29 February", () => {
  assert.deepEqual(["2026-11-23", "2026-11-29", "2027-01-01", "2028-03-01"].map(mondayOf), ["2026-11-23", "2026-11-23", "2026-12-28", "2028-02-28"]);
  assert.equal(addDays("2028-02-28", 2), "2028-03-01");
  assert.deepEqual(daysFrom("2026-12-28").slice(3, 5), ["2026-12-31", "2027-01-01"]);
});

test("at midnight where the structure is, the page changes day by itself", (context) => {
  const real = clock.now;
  mock.timers.enable({ apis: ["setTimeout"] });
  let now = at("2026-11-26T19:58:50Z");
  clock.now = () => now;
  const days: string[] = [];
  const stops = [startTicking(), effect(() => void days.push(today("Indian/Reunion")))];
  context.after(() => {
    clock.now = real;
    mock.timers.reset();
    for (const stop of stops) stop();
  });
  const second = () => {
    now += 1000;
    mock.timers.tick(1000);
  };

  for (let count = 0; count < 69; count += 1) second();
  assert.deepEqual([...new Set(days)], ["2026-11-26"]);
  second();

  assert.deepEqual([...new Set(days)], ["2026-11-26", "2026-11-27"]);
});

test("a page that slept over midnight knows the day when it is looked at again", (context) => {
  const real = clock.now;
  mock.timers.enable({ apis: ["setTimeout"] });
  const page = Object.assign(new EventTarget(), { visibilityState: "hidden" });
  Object.assign(globalThis, { document: page });
  clock.now = () => at("2026-11-26T12:00:00Z");
  const stop = startTicking();
  context.after(() => {
    clock.now = real;
    mock.timers.reset();
    stop();
    Reflect.deleteProperty(globalThis, "document");
  });
  const days: string[] = [];
  context.after(effect(() => void days.push(today("Europe/Paris"))));

  clock.now = () => at("2026-11-27T07:00:00Z");
  page.dispatchEvent(new Event("visibilitychange"));
  assert.deepEqual(days, ["2026-11-26"]);
  page.visibilityState = "visible";
  page.dispatchEvent(new Event("visibilitychange"));

  assert.deepEqual(days, ["2026-11-26", "2026-11-27"]);
});
