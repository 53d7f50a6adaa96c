/** One line per young person for the portfolio; a change in one dossier makes one line again. */

import { computed, type ReadonlySignal } from "@preact/signals";
import type { CivilDay, Id, Instant, Row } from "../../api/types.ts";
import { clock, tick } from "../clock.ts";
import { summaries, type DossierSummary } from "../summaries.ts";
import { addDays, mondayOf, startOf, today } from "./days.ts";
import { actionsOf, appointmentsOf } from "./dossier.ts";
import { weekHours } from "./hours.ts";
import { timeZone } from "./timeZone.ts";
import { isToResume, nextOf } from "./week.ts";

export interface PortfolioRow extends DossierSummary {
  /** Under way or next. */
  nextAppointment: Row<"appointment"> | null;
  hasAppointmentToday: boolean;
  /** The last one of today that is over. */
  earlierToday: Row<"appointment"> | null;
  /** Actions done that nobody has validated. */
  toValidate: number;
  /** Open actions whose day has passed. */
  toResume: number;
  /** Hours of this week; null under PACEA, where they are not counted. */
  hours: { validated: number; declared: number; to_come: number } | null;
}

/** Every dossier this person may read, in no particular order; a line that did not change stays the same object. */
export const portfolioRows: ReadonlySignal<PortfolioRow[]> = computed(() => {
  const day = dayBounds.value;
  void tick.value;
  const now = clock.now();
  const before = known;
  known = new Map();
  return summaries.value.map((summary) => {
    const line = lineOf(before.get(summary.youngPersonId), summary, day, now);
    known.set(summary.youngPersonId, line);
    return line.row;
  });
});

interface Day {
  day: CivilDay;
  monday: CivilDay;
  zone: string;
  from: Instant;
  to: Instant;
}

const dayBounds = computed<Day>(() => boundsOf(currentDay.value, timeZone()));
const currentDay = computed(() => today(timeZone()));

function boundsOf(day: CivilDay, zone: string): Day {
  return { day, monday: mondayOf(day), zone, from: startOf(day, zone), to: startOf(addDays(day, 1), zone) };
}

/** A line, with what it was made from. */
interface Line {
  row: PortfolioRow;
  day: Day;
  actions: Row<"action">[];
  appointments: Row<"appointment">[];
}
let known = new Map<Id, Line>();

function lineOf(held: Line | undefined, summary: DossierSummary, day: Day, now: Instant): Line {
  const actions = actionsOf(summary.youngPersonId);
  const appointments = appointmentsOf(summary.youngPersonId);
  const next = nextOf(appointments, now);
  const isSame = held && held.day === day && held.actions === actions && held.appointments === appointments;
  if (isSame && held.row.nextAppointment === next && isSameSummary(held.row, summary)) return held;
  return { day, actions, appointments, row: { ...summary, nextAppointment: next, ...countsOf(summary, actions, appointments, day), ...todayOf(appointments, day, now) } };
}

type Counts = Pick<PortfolioRow, "toValidate" | "toResume" | "hours">;

function countsOf({ scheme }: DossierSummary, actions: Row<"action">[], appointments: Row<"appointment">[], { day, monday, zone }: Day): Counts {
  const { validated, declared, to_come } = weekHours(actions, appointments, monday, zone);
  return {
    toValidate: actions.filter(({ d }) => d.status === "done" && d.qualification === null).length,
    toResume: actions.filter((row) => isToResume(row, day)).length,
    hours: scheme === "PACEA" ? null : { validated, declared, to_come },
  };
}

/** Stays true until the next appointment changes: one that ends was the next one. */
function todayOf(appointments: Row<"appointment">[], { from, to }: Day, now: Instant): Pick<PortfolioRow, "hasAppointmentToday" | "earlierToday"> {
  const todays = appointments.filter(({ d }) => d.cancelled === null && d.starts >= from && d.starts < to);
  return { hasAppointmentToday: todays.length > 0, earlierToday: todays.findLast(({ d }) => d.ends <= now) ?? null };
}

function isSameSummary(held: PortfolioRow, summary: DossierSummary): boolean {
  for (const name in summary) {
    const part = name as keyof DossierSummary;
    if (part !== "last" && held[part] !== summary[part]) return false;
  }
  const [was, is] = [held.last, summary.last];
  return was?.at === is?.at && was?.text === is?.text && was?.deleted === is?.deleted && was?.name === is?.name;
}
