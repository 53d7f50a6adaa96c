import type { PortfolioRow } from "../../../store/followup/portfolio.ts";
import { named } from "../people/person.fake.ts";

/** A line of the portfolio, for tests: nothing planned, nothing to resume, no hour yet. */
export function line(name: string, changes: Partial<PortfolioRow> = {}): PortfolioRow {
  const nothing = { nextAppointment: null, hasAppointmentToday: false, earlierToday: null, toValidate: 0, toResume: 0 };
  return { ...named(name), ...nothing, hours: { validated: 0, declared: 0, to_come: 0 }, ...changes };
}

/** An appointment of somebody, which begins at `starts`. */
export function planned(starts: number): NonNullable<PortfolioRow["nextAppointment"]> {
  const when = { starts, ends: starts + 3_600_000, modality: "in_person" as const, place: null };
  const what = { appointment: "a", type: "interview" as const, precision: null, bring: null, note: null };
  const answer = { answer: null, answer_reason: null, answer_text: null, answered: null };
  const state = { cancelled: null, attendance: "unknown" as const, sequence: 0 };
  return { k: "appointment", id: "p", s: 1, v: 1, d: { ...when, ...what, ...answer, ...state, organiser: { id: "n", name: "Nadia Benali" } } };
}
