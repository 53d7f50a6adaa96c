/** The columns of the portfolio, and in which order each puts its rows. */

import type { PortfolioRow } from "../../../store/followup/portfolio.ts";
import { byValue, type Comparison, comparisonFor, type Sort, sortedBy, type SortKey } from "../people/order.ts";

export const COLUMNS = ["name", "exchange", "appointment", "resume", "hours"] as const;
export type Column = (typeof COLUMNS)[number];
export type PortfolioKey = SortKey | Column;
export type PortfolioSort = Sort<PortfolioKey>;

/** What a column's button asks for, press after press; the first column of all opens on who waits longest. */
const PRESSES: Record<Column, readonly PortfolioSort[]> = {
  name: [{ key: "name", descending: false }, { key: "name", descending: true }],
  exchange: [
    { key: "waiting", descending: true },
    { key: "exchange", descending: true },
    { key: "exchange", descending: false },
  ],
  appointment: [{ key: "appointment", descending: false }, { key: "appointment", descending: true }],
  resume: [{ key: "resume", descending: true }, { key: "resume", descending: false }],
  hours: [{ key: "hours", descending: false }, { key: "hours", descending: true }],
};

const VALUES: Record<"appointment" | "resume" | "hours", (row: PortfolioRow) => number | null> = {
  appointment: ({ nextAppointment }) => nextAppointment?.d.starts ?? null,
  resume: ({ toResume }) => toResume,
  hours: ({ hours }) => hours && hours.validated + hours.declared,
};

/** A new list; those without a value for the key come last both ways. */
export function sortedRows(rows: readonly PortfolioRow[], sort: PortfolioSort): PortfolioRow[] {
  return sortedBy(rows, comparisonOf(sort));
}

function comparisonOf({ key, descending }: PortfolioSort): Comparison<PortfolioRow> {
  if (key === "appointment" || key === "resume" || key === "hours") return byValue(VALUES[key], descending);
  return comparisonFor({ key, descending });
}

/** The order a press on a column's button asks for. */
export function pressed(sort: PortfolioSort, column: Column): PortfolioSort {
  const presses = PRESSES[column];
  const at = presses.findIndex(({ key, descending }) => key === sort.key && descending === sort.descending);
  return presses[(at + 1) % presses.length]!;
}

/** For `aria-sort`, « other » being who waits longest; undefined when another column sorts. */
export function ariaSort(sort: PortfolioSort, column: Column): "ascending" | "descending" | "other" | undefined {
  if (sort.key === "waiting") return column === "exchange" ? "other" : undefined;
  if (sort.key !== column) return undefined;
  return sort.descending ? "descending" : "ascending";
}

/** The order a choice in words asks for, where there is no table. */
export function chosen(key: PortfolioKey): PortfolioSort {
  if (key === "waiting") return PRESSES.exchange[0]!;
  return PRESSES[key].find((one) => one.key === key)!;
}
