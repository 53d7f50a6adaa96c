/** Civil days, "YYYY-MM-DD", in words. They have no hour, so no time zone. */

import type { CivilDay } from "../api/types.ts";

const NBSP = "\u00A0";
const formats = new Map<boolean, Intl.DateTimeFormat>();

/** « jeudi 26 novembre », « mardi 1er décembre »; with the year when it is not that of `today`. */
export function dayInFull(day: CivilDay, today: CivilDay): string {
  const withYear = day.slice(0, 4) !== today.slice(0, 4);
  return formatOf(withYear)
    .formatToParts(Date.parse(day))
    .map(({ type, value }) => (type === "day" && value === "1" ? "1er" : value))
    .join("")
    .replace(/(\d|1er) /, `$1${NBSP}`);
}

/** « aujourd’hui », « hier », « demain », or the day in full. */
export function nearDay(day: CivilDay, today: CivilDay): string {
  const days = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
  return NEAR.get(days) ?? dayInFull(day, today);
}

/** With a capital, for the beginning of a sentence. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const NEAR = new Map([[0, "aujourd’hui"], [-1, "hier"], [1, "demain"]]);

function formatOf(withYear: boolean): Intl.DateTimeFormat {
  let held = formats.get(withYear);
  const options: Intl.DateTimeFormatOptions = { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" };
  if (!held) formats.set(withYear, (held = new Intl.DateTimeFormat("fr-FR", withYear ? { ...options, year: "numeric" } : options)));
  return held;
}
