/** Dates in words, always in French and in the structure's time: « Jeudi 26 novembre, 14 h 00 ». */

import type { Instant } from "../api/types.ts";

const NBSP = "\u00a0";
let zone = "Europe/Paris";

/** Use a structure's own time zone (overseas departments). */
export function useTimeZone(name: string): void {
  zone = name;
  formats.clear();
  known.clear();
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  let made = formats.get(key);
  if (!made) formats.set(key, (made = new Intl.DateTimeFormat("fr-FR", { ...options, timeZone: zone })));
  return made;
}

interface Parts {
  day: string;
  hour: number;
  minute: string;
  year: number;
}

const known = new Map<number, Parts>();
/** A day of messages; then they are worked out again. */
const MOST_KNOWN = 1440;

/** A long list asks for the same minutes each time it is drawn, and the browser takes long to answer. */
function partsOf(at: Instant): Parts {
  const minute = Math.floor(at / 60_000);
  let parts = known.get(minute);
  if (!parts) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(minute, (parts = readParts(at)));
  }
  return parts;
}

function readParts(at: Instant): Parts {
  const parts = format("parts", {
    year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
  }).formatToParts(at);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  return { day: `${of("year")}-${of("month")}-${of("day")}`, hour: Number(of("hour")), minute: of("minute"), year: Number(of("year")) };
}

/** The civil day of an instant, "YYYY-MM-DD". */
export function civilDay(at: Instant): string {
  return partsOf(at).day;
}

/** « 9 h 41 » */
export function clock(at: Instant): string {
  const { hour, minute } = partsOf(at);
  return `${hour}${NBSP}h${NBSP}${minute}`;
}

/** Days between two instants in the calendar: 0 is the same day, 1 is the day before `now`. */
function daysBefore(at: Instant, now: Instant): number {
  return Math.round((Date.parse(civilDay(now)) - Date.parse(civilDay(at))) / 86_400_000);
}

/** « jeudi 26 novembre », with the year when it is not this one; « 1er » on the first day. */
function dayInWords(at: Instant, now: Instant): string {
  const withYear = partsOf(at).year !== partsOf(now).year;
  const options: Intl.DateTimeFormatOptions = { weekday: "long", day: "numeric", month: "long" };
  const words = withYear ? format("dayYear", { ...options, year: "numeric" }) : format("day", options);
  return words
    .formatToParts(at)
    .map((part) => (part.type === "day" ? (part.value === "1" ? "1er" : part.value) : part.value))
    .join("")
    .replace(/(\d|1er) /, `$1${NBSP}`);
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** « Mardi 24 novembre » */
export function longDay(at: Instant, now: Instant = Date.now()): string {
  return capital(dayInWords(at, now));
}

/** The leaf of a calendar: « jeudi », « 26 », « nov. » */
export function dateParts(at: Instant): { weekday: string; day: string; month: string } {
  const parts = format("leaf", { weekday: "long", day: "numeric", month: "short" }).formatToParts(at);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  return { weekday: of("weekday"), day: of("day"), month: of("month") };
}

/** « mars 2026 », of a civil date "YYYY-MM-DD". */
export function monthYear(day: string): string {
  const months = new Intl.DateTimeFormat("fr-FR", { month: "long", year: "numeric", timeZone: "UTC" });
  return months.format(Date.parse(day));
}

/** « Jeudi 26 novembre, 14 h 00 » */
export function longDate(at: Instant, now: Instant = Date.now()): string {
  return `${capital(dayInWords(at, now))}, ${clock(at)}`;
}

const NEAR = new Map([[0, "aujourd’hui"], [1, "hier"], [-1, "demain"]]);

/** « 9 h 41 » today; « hier, 18 h 00 », « demain, 9 h 00 »; « lundi 23 novembre, 9 h 00 » otherwise. */
export function relativeDay(at: Instant, now: Instant = Date.now()): string {
  const days = daysBefore(at, now);
  if (days === 0) return clock(at);
  return `${NEAR.get(days) ?? dayInWords(at, now)}, ${clock(at)}`;
}

/** Separators of a thread: « Aujourd’hui », « Hier », « Lundi 23 novembre ». */
export function dayLabel(at: Instant, now: Instant = Date.now()): string {
  return capital(NEAR.get(daysBefore(at, now)) ?? dayInWords(at, now));
}

/** For narrow lists: « 9 h 41 », « hier », « 23 nov. » */
export function shortDay(at: Instant, now: Instant = Date.now()): string {
  const days = daysBefore(at, now);
  if (days === 0) return clock(at);
  return NEAR.get(days) ?? format("short", { day: "numeric", month: "short" }).format(at).replace(" ", NBSP);
}

/** « 31 min », « 2 h 05 », « 3 jours » */
export function duration(milliseconds: number): string {
  const minutes = Math.max(0, Math.round(milliseconds / 60_000));
  if (minutes < 60) return `${minutes}${NBSP}min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours}${NBSP}h${NBSP}${String(minutes % 60).padStart(2, "0")}`;
  const days = Math.floor(hours / 24);
  return `${days}${NBSP}${days < 2 ? "jour" : "jours"}`;
}
