/** Civil days as plain strings, "YYYY-MM-DD", in a named time zone. No daylight-saving trap: days are counted, not milliseconds. */

import type { CivilDay, Instant } from "../../api/types.ts";
import { clock, tick } from "../clock.ts";

const DAY_MS = 86_400_000;
/** No zone changes its clocks inside a quarter of an hour. */
const QUARTER_MS = 900_000;

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

/** The civil day of an instant. */
export function localDay(at: Instant, timeZone: string): CivilDay {
  return dayOf(at + offsetAt(at, timeZone));
}

/** The first instant of a day: midnight, or later where clocks jump over it. */
export function startOf(day: CivilDay, timeZone: string): Instant {
  const midnight = Date.parse(day);
  const guess = midnight - offsetAt(midnight, timeZone);
  const start = midnight - offsetAt(guess, timeZone);
  return localDay(start, timeZone) === day ? start : guess;
}

/** The instant of an hour of a day, "14:05"; an hour that clocks jump over is read as the one after. */
export function instantAt(day: CivilDay, time: string, timeZone: string): Instant {
  const wanted = Date.parse(`${day}T${time}Z`);
  const guess = wanted - offsetAt(wanted, timeZone);
  return wanted - offsetAt(guess, timeZone);
}

/** The hour of an instant, "14:05". */
export function localTime(at: Instant, timeZone: string): string {
  return new Date(at + offsetAt(at, timeZone)).toISOString().slice(11, 16);
}

export function addDays(day: CivilDay, count: number): CivilDay {
  return dayOf(Date.parse(day) + count * DAY_MS);
}

/** The Monday of the week of a day. */
export function mondayOf(day: CivilDay): CivilDay {
  return addDays(day, -((new Date(Date.parse(day)).getUTCDay() + 6) % 7));
}

/** The seven days of a week. */
export function daysFrom(monday: CivilDay): CivilDay[] {
  return Array.from({ length: 7 }, (_none, index) => addDays(monday, index));
}

/** The current day. Read inside a component: it re-renders when the day changes. */
export function today(timeZone: string): CivilDay {
  void tick.value;
  return localDay(clock.now(), timeZone);
}

function dayOf(shifted: number): CivilDay {
  return new Date(shifted).toISOString().slice(0, 10);
}

/** Milliseconds to add to UTC; asked once per quarter of an hour, for asking is slow. */
function offsetAt(at: Instant, timeZone: string): number {
  let held = offsets.get(timeZone);
  if (!held) offsets.set(timeZone, (held = new Map()));
  const quarter = Math.floor(at / QUARTER_MS);
  let offset = held.get(quarter);
  if (offset === undefined) held.set(quarter, (offset = readOffset(quarter * QUARTER_MS, timeZone)));
  return offset;
}

function readOffset(at: Instant, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) formats.set(timeZone, (format = newFormat(timeZone)));
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part.year!, part.month! - 1, part.day, part.hour, part.minute, part.second) - at;
}

function newFormat(timeZone: string): Intl.DateTimeFormat {
  const digits = "2-digit";
  return new Intl.DateTimeFormat("en-GB", {
    timeZone, year: "numeric", month: digits, day: digits, hour: digits, minute: digits, second: digits, hourCycle: "h23",
  });
}
