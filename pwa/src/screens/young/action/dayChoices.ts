import type { CivilDay } from "../../../api/types.ts";
import { addDays, mondayOf } from "../../../store/followup/days.ts";

/** The days offered at once: what is done was done lately; what is planned is soon, or next Monday. Never the day it has. */
export function daysOffered(today: CivilDay, done: boolean, held: CivilDay): CivilDay[] {
  const offered = done ? [today, addDays(today, -1)] : [today, addDays(today, 1), addDays(mondayOf(today), 7)];
  return [...new Set(offered)].filter((day) => day !== held);
}
