/** Hours of the last weeks, drawn as bars. Pure. */

import type { CivilDay, Row } from "../../../api/types.ts";
import { addDays, mondayOf } from "../../../store/followup/days.ts";
import { GOAL, weekHours } from "../../../store/followup/hours.ts";

export interface WeekBar {
  monday: CivilDay;
  /** Validated hours of that week. */
  hours: number;
}

export interface Dossier {
  actions: readonly Row<"action">[];
  appointments: readonly Row<"appointment">[];
  today: CivilDay;
  timeZone: string;
}

/** Validated hours of the last `count` weeks, this one last. */
export function lastWeeks({ actions, appointments, today, timeZone }: Dossier, count: number): WeekBar[] {
  const current = mondayOf(today);
  return Array.from({ length: count }, (_none, index) => {
    const monday = addDays(current, 7 * (index + 1 - count));
    return { monday, hours: weekHours(actions, appointments, monday, timeZone).validated };
  });
}

/** A bar, in the units of the drawing; `y` is measured from the top. */
export interface Bar {
  x: number;
  y: number;
  height: number;
}

/** Of the drawing. */
export const HEIGHT = 30;
export const STEP = 14;
/** A week without hours is shown too. */
const LOWEST = 1.5;

/** A full bar is a full week, or the best one when it is more. */
export function barsOf(hours: readonly number[]): Bar[] {
  const most = Math.max(GOAL, ...hours);
  return hours.map((count, index) => {
    const height = Math.max(LOWEST, Math.round((count / most) * (HEIGHT - 1) * 10) / 10);
    return { x: 1 + index * STEP, y: HEIGHT - height - 0.5, height };
  });
}
