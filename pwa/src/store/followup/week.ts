/** A week of one young person, actions and appointments together. */

import type { CivilDay, Id, Row } from "../../api/types.ts";
import { clock, tick } from "../clock.ts";
import { addDays, daysFrom, localDay, startOf, today } from "./days.ts";
import { actionsOf, appointmentsOf } from "./dossier.ts";
import { dayOfAction } from "./hours.ts";
import { timeZone } from "./timeZone.ts";

export type WeekItem = { kind: "action"; row: Row<"action"> } | { kind: "appointment"; row: Row<"appointment"> };
export interface WeekDay {
  day: CivilDay;
  /** Appointments by time, then actions. */
  items: WeekItem[];
}

/** The seven days of the week that begins on `monday`, empty ones too. A done action is on the day it was done, cancelled things on their day. */
export function weekItems(youngPersonId: Id, monday: CivilDay): WeekDay[] {
  const zone = timeZone();
  const next = addDays(monday, 7);
  const [from, to] = [startOf(monday, zone), startOf(next, zone)];
  const days = new Map(daysFrom(monday).map((day): [CivilDay, WeekItem[]] => [day, []]));
  for (const row of appointmentsOf(youngPersonId)) {
    if (row.d.starts >= from && row.d.starts < to) days.get(localDay(row.d.starts, zone))?.push({ kind: "appointment", row });
  }
  for (const row of actionsOf(youngPersonId)) days.get(dayOfAction(row.d))?.push({ kind: "action", row });
  return [...days].map(([day, items]) => ({ day, items }));
}

/** Open actions whose day has passed, « à reprendre », oldest first. */
export function toResume(youngPersonId: Id): Row<"action">[] {
  const day = today(timeZone());
  return actionsOf(youngPersonId).filter((row) => isToResume(row, day));
}

export function isToResume({ d }: Row<"action">, day: CivilDay): boolean {
  return (d.status === "not_started" || d.status === "in_progress") && d.due < day;
}

/** The appointment under way or the next one; cancelled ones are passed over. */
export function nextAppointment(youngPersonId: Id): Row<"appointment"> | null {
  void tick.value;
  return nextOf(appointmentsOf(youngPersonId), clock.now());
}

/** Among appointments by time, the first that has not ended at `now`. */
export function nextOf(appointments: Row<"appointment">[], now: number): Row<"appointment"> | null {
  let found: Row<"appointment"> | null = null;
  for (let index = appointments.length - 1; index >= 0; index -= 1) {
    const row = appointments[index]!;
    if (row.d.cancelled === null && row.d.ends > now) found = row;
    // None lasts more than twelve hours.
    else if (row.d.starts < now - 43_200_000) break;
  }
  return found;
}
