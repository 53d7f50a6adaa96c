/** The young person's own week: hours, and each thing that makes them. */

import type { CivilDay, Row } from "../../../api/types.ts";
import { actionsOf, appointmentsOf } from "../../../store/followup/dossier.ts";
import { addDays, mondayOf, today } from "../../../store/followup/days.ts";
import { type HoursLine, type WeekHours, weekHours } from "../../../store/followup/hours.ts";
import { timeZone } from "../../../store/followup/timeZone.ts";
import { isToResume } from "../../../store/followup/week.ts";
import { me } from "../../../store/session.ts";

export interface Week {
  monday: CivilDay;
  sunday: CivilDay;
  day: CivilDay;
  hours: WeekHours;
}

/** Read inside a component. */
export function myWeek(): Week {
  const day = today(timeZone());
  const monday = mondayOf(day);
  const id = me.value?.id ?? "";
  return { monday, sunday: addDays(monday, 6), day, hours: weekHours(actionsOf(id), appointmentsOf(id), monday, timeZone()) };
}

/** What makes a line of hours. */
export type Source = { action: Row<"action"> } | { appointment: Row<"appointment"> } | null;

export function sourceOf(line: HoursLine): Source {
  const id = me.value?.id ?? "";
  const found = line.kind === "action" ? actionsOf(id).find((row) => row.id === line.id) : appointmentsOf(id).find((row) => row.id === line.id);
  if (!found) return null;
  return line.kind === "action" ? { action: found as Row<"action"> } : { appointment: found as Row<"appointment"> };
}

const SHOWN = 3;

/** Open actions: those of today and of the coming days first, then those to resume; the first three, and how many in all. */
export function myOpenActions(): { shown: Row<"action">[]; count: number } {
  const day = today(timeZone());
  const open = actionsOf(me.value?.id ?? "").filter(({ d }) => d.status === "not_started" || d.status === "in_progress");
  const late = open.filter((row) => isToResume(row, day));
  const coming = open.filter((row) => !isToResume(row, day));
  return { shown: chosen(coming, late), count: open.length };
}

/** A late one always keeps a place: nothing is forgotten at the bottom. */
function chosen(coming: Row<"action">[], late: Row<"action">[]): Row<"action">[] {
  const room = late.length > 0 ? SHOWN - 1 : SHOWN;
  const first = coming.slice(0, room);
  return [...first, ...late.slice(-(SHOWN - first.length))];
}
