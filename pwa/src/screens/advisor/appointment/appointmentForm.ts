/** An appointment being written: what is typed, what is wrong with it, what deserves a warning. Pure. */

import type { Appointment, AppointmentType, CivilDay, Id, Instant, Modality, Row } from "../../../api/types.ts";
import { instantAt, localDay, localTime } from "../../../store/followup/days.ts";

export interface AppointmentWords {
  type: AppointmentType;
  precision: string;
  day: CivilDay;
  /** "14:00"; "" when not said. */
  from: string;
  to: string;
  modality: Modality;
  place: string;
  bring: string;
  note: string;
  /** Young people besides the one whose page this is. */
  others: Id[];
}
export type AppointmentField = "precision" | "day" | "from" | "to" | "place" | "bring" | "note";
export type AppointmentFaults = Partial<Record<AppointmentField, string>>;

export const TYPES: readonly AppointmentType[] = [
  "interview", "workshop", "group_information", "partner_interview", "visit", "service", "outside_activity", "milo", "other",
];
const USUAL_MINUTES = 45;
const MOST_MS = 12 * 3_600_000;
const DAY_MS = 86_400_000;
/** Around now, what the server accepts: a year back, two years ahead. */
const BEFORE_MS = 366 * DAY_MS;
const AFTER_MS = 730 * DAY_MS;
/** Characters. */
const LONGEST: Record<"precision" | "place" | "bring" | "note", number> = { precision: 250, place: 250, bring: 1024, note: 1024 };

export function blankAppointment(day: CivilDay): AppointmentWords {
  return {
    type: "interview", precision: "", day, from: "", to: "", modality: "in_person", place: "", bring: "", note: "", others: [],
  };
}

export function wordsOf(d: Appointment, timeZone: string): AppointmentWords {
  return {
    type: d.type, precision: d.precision ?? "", day: localDay(d.starts, timeZone), from: localTime(d.starts, timeZone),
    to: localTime(d.ends, timeZone), modality: d.modality, place: d.place ?? "", bring: d.bring ?? "", note: d.note ?? "", others: [],
  };
}

/** With another beginning: an end that nobody chose follows, three quarters of an hour later; a chosen one keeps the duration. */
export function startingAt(words: AppointmentWords, from: string): AppointmentWords {
  const minutes = minutesOf(words.to) - minutesOf(words.from);
  const lasts = minutes > 0 ? minutes : USUAL_MINUTES;
  return { ...words, from, to: timeOf(minutesOf(from) + lasts) ?? words.to };
}

/** Minutes since midnight; NaN when it is not an hour. */
function minutesOf(time: string): number {
  const found = /^(\d\d):(\d\d)$/.exec(time);
  return found ? Number(found[1]) * 60 + Number(found[2]) : Number.NaN;
}

/** "14:45"; null past midnight. */
function timeOf(minutes: number): string | null {
  if (!(minutes < 1440)) return null;
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** When it begins and ends; null while something is missing. */
export function spanOf({ day, from, to }: AppointmentWords, timeZone: string): { starts: Instant; ends: Instant } | null {
  const isWhole = /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(minutesOf(from)) && !Number.isNaN(minutesOf(to));
  return isWhole ? { starts: instantAt(day, from, timeZone), ends: instantAt(day, to, timeZone) } : null;
}

/** What keeps it from being saved: a key of sentence by field. */
export function faultsOfAppointment(words: AppointmentWords, now: Instant, timeZone: string): AppointmentFaults {
  const faults: AppointmentFaults = {};
  for (const field of ["precision", "place", "bring", "note"] as const) {
    if (Array.from(words[field].trim()).length > LONGEST[field]) faults[field] = `appointment_form.${LONGEST[field]}`;
  }
  if (words.type === "other" && words.precision.trim() === "") faults.precision = "appointment_form.precision.missing";
  if (!/^\d{4}-\d\d-\d\d$/.test(words.day)) faults.day = "appointment_form.day.missing";
  if (Number.isNaN(minutesOf(words.from))) faults.from = "appointment_form.from.missing";
  if (Number.isNaN(minutesOf(words.to))) faults.to = "appointment_form.to.missing";
  const span = spanOf(words, timeZone);
  return span ? { ...faults, ...faultsOfSpan(span, now) } : faults;
}

function faultsOfSpan({ starts, ends }: { starts: Instant; ends: Instant }, now: Instant): AppointmentFaults {
  return {
    ...(starts < now - BEFORE_MS ? { day: "appointment_form.day.old" } : {}),
    ...(starts > now + AFTER_MS ? { day: "appointment_form.day.far" } : {}),
    ...(ends <= starts ? { to: "appointment_form.to.before" } : {}),
    ...(ends - starts > MOST_MS ? { to: "appointment_form.to.long" } : {}),
  };
}

/** A day that has passed may be noted afterwards: said, not refused. */
export function isPast(words: AppointmentWords, now: Instant, timeZone: string): boolean {
  const span = spanOf(words, timeZone);
  return span !== null && span.ends < now;
}

/** Other appointments this advisor gives at the same time, one for each shared appointment. */
export function overlapping(rows: readonly Row<"appointment">[], words: AppointmentWords, around: { me: Id; except: Id | null; timeZone: string }): Row<"appointment">[] {
  const span = spanOf(words, around.timeZone);
  if (!span) return [];
  const found = new Map<Id, Row<"appointment">>();
  for (const row of rows) {
    const { organiser, cancelled, starts, ends, appointment } = row.d;
    const isMine = organiser.id === around.me && cancelled === null && appointment !== around.except;
    if (isMine && starts < span.ends && ends > span.starts) found.set(appointment, row);
  }
  return [...found.values()].sort((one, other) => one.d.starts - other.d.starts);
}
