/** The questions an advisor asks of a whole caseload, each with its count. */

import type { DossierSummary } from "../../../store/summaries.ts";

export const FILTERS = ["waiting", "unread", "flagged", "not_entered"] as const;
export type Filter = (typeof FILTERS)[number];

const PASSES: Record<Filter, (person: DossierSummary) => boolean> = {
  waiting: ({ waitingSince }) => waitingSince !== null,
  unread: ({ unread }) => unread > 0,
  flagged: ({ flagged }) => flagged,
  not_entered: ({ activated }) => !activated,
};

export function filtered(people: readonly DossierSummary[], filter: Filter | null): DossierSummary[] {
  return filter ? people.filter(PASSES[filter]) : [...people];
}

export function countOf(people: readonly DossierSummary[], filter: Filter): number {
  return people.filter(PASSES[filter]).length;
}

/** Reads a filter out of an address, where anybody may have written anything. */
export function asFilter(text: string | undefined): Filter | null {
  return FILTERS.find((filter) => filter === text) ?? null;
}
