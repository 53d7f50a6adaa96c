/** Conversations as they are triaged: those who wait, those answered, those where nobody wrote. */

import type { DossierSummary } from "../../../store/summaries.ts";
import { type Filter, filtered } from "../people/filters.ts";
import { sorted, USUAL_SORT } from "../people/order.ts";
import { searchPeople } from "../people/search.ts";

export const GROUPS = ["waiting", "answered", "silent"] as const;
export type Group = (typeof GROUPS)[number];
/** `null` shows every conversation. */
export type Triage = Exclude<Filter, "not_entered"> | null;
export const TRIAGES: readonly Triage[] = [null, "waiting", "unread", "flagged"];

export interface Wanted {
  triage: Triage;
  name: string;
  /** The conversation on screen: reading or answering it never makes its line vanish. */
  open: string | undefined;
}

function groupOf({ waitingSince, last }: DossierSummary): Group {
  if (waitingSince !== null) return "waiting";
  return last ? "answered" : "silent";
}

/** The lists to show: the longest wait first, then the latest exchange; empty ones are left out. */
export function grouped(people: readonly DossierSummary[], wanted: Wanted): [Group, DossierSummary[]][] {
  const kept = new Set(filtered(people, wanted.triage));
  const chosen = people.filter((person) => kept.has(person) || isOpen(person, wanted));
  const shown = sorted(searchPeople(chosen, wanted.name), USUAL_SORT);
  const listOf = (group: Group) => shown.filter((one) => groupOf(one) === group);
  return GROUPS.map((group): [Group, DossierSummary[]] => [group, listOf(group)]).filter(([, list]) => list.length > 0);
}

function isOpen(person: DossierSummary, { open }: Wanted): boolean {
  return person.youngPersonId === open;
}

/** The first people of the lists, one list after the other. */
export function firstOf(groups: [Group, DossierSummary[]][], limit: number): [Group, DossierSummary[]][] {
  let room = limit;
  const kept = groups.map(([group, people]): [Group, DossierSummary[]] => {
    const shown = people.slice(0, room);
    room -= shown.length;
    return [group, shown];
  });
  return kept.filter(([, people]) => people.length > 0);
}
