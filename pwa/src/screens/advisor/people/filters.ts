/** The questions an advisor asks of a whole caseload, each with its count. */

import type { DossierSummary } from "../../../store/summaries.ts";

export type Filter = "waiting" | "unread" | "flagged" | "not_entered";

const PASSES: Record<Filter, (person: DossierSummary) => boolean> = {
  waiting: ({ waitingSince }) => waitingSince !== null,
  unread: ({ unread }) => unread > 0,
  flagged: ({ flagged }) => flagged,
  not_entered: ({ activated }) => !activated,
};

export function passes(person: DossierSummary, filter: Filter): boolean {
  return PASSES[filter](person);
}

export function filtered(people: readonly DossierSummary[], filter: Filter | null): DossierSummary[] {
  return filter ? people.filter(PASSES[filter]) : [...people];
}

export function countOf(people: readonly DossierSummary[], filter: Filter): number {
  return people.filter(PASSES[filter]).length;
}
