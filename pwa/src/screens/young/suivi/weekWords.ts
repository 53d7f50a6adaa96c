/** What the strip of a week and the headings of its days say. Pure. */

import type { CivilDay } from "../../../api/types.ts";
import { capital, dayInFull, nearDay } from "../../../i18n/civil.ts";
import { t } from "../../../i18n/t.ts";
import { addDays, mondayOf } from "../../../store/followup/days.ts";
import type { WeekDay, WeekItem } from "../../../store/followup/week.ts";

/** The Monday of the week an address asks for; this week's when it asks for none, or for nonsense. */
export function mondayAsked(asked: string | undefined, today: CivilDay): CivilDay {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(asked ?? "") && !Number.isNaN(Date.parse(asked ?? ""));
  return mondayOf(isDay ? asked! : today);
}

/** « Cette semaine », « Semaine prochaine », « Semaine dernière », « Du 30 novembre au 6 décembre » */
export function weekName(monday: CivilDay, today: CivilDay): string {
  const weeks = Math.round((Date.parse(monday) - Date.parse(mondayOf(today))) / 604_800_000);
  if (weeks === 0) return t("suivi.week.this");
  if (weeks === 1) return t("suivi.week.next");
  if (weeks === -1) return t("suivi.week.last");
  const [from, to] = [dateOf(monday, today), dateOf(addDays(monday, 6), today)];
  const isSameMonth = from.replace(/^\S+?\u00a0/, "") === to.replace(/^\S+?\u00a0/, "");
  return t("suivi.week.dates", { from: isSameMonth ? from.split("\u00a0")[0]! : from, to });
}

/** « 30 novembre »: the day in full without its weekday. */
function dateOf(day: CivilDay, today: CivilDay): string {
  return dayInFull(day, today).replace(/^\S+ /, "");
}

/** « Aujourd’hui, mardi 24 », « Jeudi 26 »; with the month when it is not this one. */
export function dayHeading(day: CivilDay, today: CivilDay): string {
  const full = dayInFull(day, today);
  const words = day.slice(0, 7) === today.slice(0, 7) ? full.split("\u00a0")[0]! : full;
  const near = nearDay(day, today);
  return near === full ? capital(words) : t("suivi.day.near", { near: capital(near), day: words });
}

/** « jeudi 26 novembre, 2 éléments » */
export function dayName({ day, items }: WeekDay, today: CivilDay): string {
  return t("suivi.day.name", { day: dayInFull(day, today), count: standing(items).length });
}

/** « L », « M »… */
export function dayLetter(day: CivilDay): string {
  return new Intl.DateTimeFormat("fr-FR", { weekday: "narrow", timeZone: "UTC" }).format(Date.parse(day));
}

/** More would not fit under a day. */
const MOST_DOTS = 4;

/** One dot for each thing of a day, what is done first. */
export function dotsOf(items: WeekItem[]): ("done" | "planned")[] {
  const dots = standing(items).map((item) => (isDone(item) ? ("done" as const) : ("planned" as const)));
  return dots.sort().slice(0, MOST_DOTS);
}

export function isDone({ kind, row }: WeekItem): boolean {
  return kind === "action" ? row.d.status === "done" : row.d.attendance === "present";
}

export function isCancelled({ kind, row }: WeekItem): boolean {
  return kind === "action" ? row.d.status === "cancelled" : row.d.cancelled !== null || row.d.attendance === "cancelled_by_service";
}

/** What is not cancelled. */
export function standing(items: WeekItem[]): WeekItem[] {
  return items.filter((item) => !isCancelled(item));
}

/** The days to list: from today on, then those before in this week. Empty days stay out, but for the one chosen. */
export function daysListed(days: WeekDay[], today: CivilDay, chosen: CivilDay | null): { ahead: WeekDay[]; earlier: WeekDay[] } {
  const listed = days.filter(({ day, items }) => items.length > 0 || day === chosen);
  const isThisWeek = days.some(({ day }) => day === today);
  if (!isThisWeek) return { ahead: listed, earlier: [] };
  return { ahead: listed.filter(({ day }) => day >= today), earlier: listed.filter(({ day }) => day < today) };
}
