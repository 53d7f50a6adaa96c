/** In which order a caseload is read. */

import type { DossierSummary } from "../../../store/summaries.ts";

export type SortKey = "name" | "exchange" | "waiting";
export interface Sort {
  key: SortKey;
  descending: boolean;
}

/** Who has waited longest, then the latest exchanges: nobody sinks to the bottom unanswered. */
export const USUAL_SORT: Sort = { key: "waiting", descending: true };

const FIRST_CHOICE: Record<SortKey, boolean> = { name: false, exchange: true, waiting: true };
const collator = new Intl.Collator("fr", { sensitivity: "base" });

type Comparison = (one: DossierSummary, other: DossierSummary) => number;

const byName: Comparison = (one, other) =>
  collator.compare(one.lastName, other.lastName) ||
  collator.compare(one.firstName, other.firstName) ||
  collator.compare(one.birthDate ?? "", other.birthDate ?? "");

const byExchange: Comparison = (one, other) => latestFirst(one.last?.at, other.last?.at);

/** A new list; those without a value for the key come last both ways. */
export function sorted(people: readonly DossierSummary[], sort: Sort): DossierSummary[] {
  return [...people].sort((one, other) => first(sort)(one, other) || byExchange(one, other) || byName(one, other));
}

function first({ key, descending }: Sort): Comparison {
  if (key === "name") return (one, other) => (descending ? -1 : 1) * byName(one, other);
  const value = (person: DossierSummary) => (key === "exchange" ? person.last?.at : person.waitingSince) ?? undefined;
  // The longest wait began first.
  const isLatestFirst = (key === "exchange") === descending;
  return (one, other) => (isLatestFirst ? latestFirst : oldestFirst)(value(one), value(other));
}

function latestFirst(one: number | undefined, other: number | undefined): number {
  return (other ?? -Infinity) === (one ?? -Infinity) ? 0 : (other ?? -Infinity) - (one ?? -Infinity);
}

function oldestFirst(one: number | undefined, other: number | undefined): number {
  return (one ?? Infinity) === (other ?? Infinity) ? 0 : (one ?? Infinity) - (other ?? Infinity);
}

/** What a tap on a column's button does: turn the order round, or sort by that column. */
export function toggled(sort: Sort, key: SortKey): Sort {
  return sort.key === key ? { key, descending: !sort.descending } : { key, descending: FIRST_CHOICE[key] };
}

/** For `aria-sort`; undefined when the list is not sorted by this column. */
export function ariaSort(sort: Sort, key: SortKey): "ascending" | "descending" | undefined {
  if (sort.key !== key) return undefined;
  return sort.descending ? "descending" : "ascending";
}
