/** The questions of the morning, and the quieter ones, each a filter with its count. */

import type { PortfolioRow } from "../../../store/followup/portfolio.ts";
import * as people from "../people/filters.ts";

/** In sight, each with its count even at zero. */
export const MORNING = ["waiting", "today", "to_validate"] as const;
/** Shown only when somebody answers them. */
export const QUIET = ["unread", "flagged", "not_entered"] as const;
export type PortfolioFilter = (typeof MORNING)[number] | (typeof QUIET)[number];

const ALL: readonly PortfolioFilter[] = [...MORNING, ...QUIET];

function passes(row: PortfolioRow, filter: PortfolioFilter): boolean {
  if (filter === "today") return row.hasAppointmentToday;
  if (filter === "to_validate") return row.toValidate > 0;
  return people.passes(row, filter);
}

export function filteredRows(rows: readonly PortfolioRow[], filter: PortfolioFilter | null): PortfolioRow[] {
  return filter ? rows.filter((row) => passes(row, filter)) : [...rows];
}

/** Of actions to validate, the actions; of every other question, the people. */
export function countIn(rows: readonly PortfolioRow[], filter: PortfolioFilter): number {
  if (filter === "to_validate") return rows.reduce((sum, { toValidate }) => sum + toValidate, 0);
  return rows.filter((row) => passes(row, filter)).length;
}

/** Reads a filter out of an address, where anybody may have written anything. */
export function asPortfolioFilter(text: string | undefined): PortfolioFilter | null {
  return ALL.find((filter) => filter === text) ?? null;
}
