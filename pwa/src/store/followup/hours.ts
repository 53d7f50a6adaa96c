/** Hours of a week, the same figures as the server's. Pure. */

import type { Action, Appointment, AppointmentType, Category, CivilDay, Id, Row } from "../../api/types.ts";
import { addDays, localDay, startOf } from "./days.ts";

/** What a week of the CEJ asks. */
export const GOAL = 15;

const BY_CATEGORY: Record<Category, number> = {
  EMPLOI: 3, FORMATION: 3, PROJET_PROFESSIONNEL: 2, CITOYENNETE: 2, LOGEMENT: 2, SANTE: 2, CULTURE_SPORT_LOISIRS: 2, other: 0,
};
const BY_TYPE: Partial<Record<AppointmentType, number>> = { workshop: 4, group_information: 3 };

/** What an action of a category counts for until an advisor says otherwise. */
export function hoursOfCategory(category: Category | null): number {
  return category === null ? 0 : (BY_CATEGORY[category] ?? 0);
}

export function hoursOfType(type: AppointmentType): number {
  return BY_TYPE[type] ?? 1;
}

export type HoursState = "validated" | "declared" | "to_come";
export interface HoursLine {
  kind: "action" | "appointment";
  id: Id;
  day: CivilDay;
  hours: number;
  state: HoursState;
}
export interface WeekHours {
  validated: number;
  /** Those validated not counted. */
  declared: number;
  to_come: number;
  /** What counts, by day, actions first, then by id; nothing of 0 h. */
  lines: HoursLine[];
}

type Of<K extends "action" | "appointment"> = Pick<Row<K>, "id" | "d">;

/** Hours of the week that begins on `monday`, in a named time zone. */
export function weekHours(actions: readonly Of<"action">[], appointments: readonly Of<"appointment">[], monday: CivilDay, timeZone: string): WeekHours {
  const next = addDays(monday, 7);
  const [from, to] = [startOf(monday, timeZone), startOf(next, timeZone)];
  const lines = [
    ...actions.filter(({ d }) => isWithin(dayOfAction(d), monday, next)).flatMap((row) => lineOfAction(row) ?? []),
    ...appointments.filter(({ d }) => d.starts >= from && d.starts < to).flatMap((row) => lineOfAppointment(row, timeZone) ?? []),
  ].filter(({ hours }) => hours > 0);
  lines.sort((one, other) => byText(one.day, other.day) || byText(one.kind, other.kind) || byText(one.id, other.id));
  const total = (state: HoursState) => lines.reduce((sum, line) => (line.state === state ? sum + line.hours : sum), 0);
  return { validated: total("validated"), declared: total("declared"), to_come: total("to_come"), lines };
}

function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The day an action is counted and shown on: done, when it was done. */
export function dayOfAction({ status, done_on, due }: Action): CivilDay {
  return status === "done" ? (done_on ?? due) : due;
}

function isWithin(day: CivilDay, from: CivilDay, to: CivilDay): boolean {
  return day >= from && day < to;
}

function lineOfAction({ id, d }: Of<"action">): HoursLine | null {
  if (d.deleted !== null || d.status === "cancelled") return null;
  const hours = hoursOfCategory(d.category);
  const day = dayOfAction(d);
  if (d.status !== "done") return { kind: "action", id, day, hours, state: "to_come" };
  if (d.qualification) return { kind: "action", id, day, hours: d.qualification.hours, state: "validated" };
  return { kind: "action", id, day, hours, state: "declared" };
}

function lineOfAppointment({ id, d }: Of<"appointment">, timeZone: string): HoursLine | null {
  const state = stateOf(d);
  return state && { kind: "appointment", id, day: localDay(d.starts, timeZone), hours: hoursOfType(d.type), state };
}

/** Null when it counts for nothing. */
function stateOf({ cancelled, attendance, answer }: Appointment): HoursState | null {
  if (cancelled !== null) return null;
  if (attendance === "present") return "validated";
  return attendance === "unknown" && answer !== "not_coming" ? "to_come" : null;
}
