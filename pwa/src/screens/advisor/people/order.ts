/** In which order a caseload is read. */

import type { DossierSummary } from "../../../store/summaries.ts";

export type SortKey = "name" | "exchange" | "waiting";
export interface Sort<Key extends string = SortKey> {
  key: Key;
  descending: boolean;
}

/** Who has waited longest, then the latest exchanges: nobody sinks to the bottom unanswered. */
export const USUAL_SORT: Sort = { key: "waiting", descending: true };

export type Comparison<Person> = (one: Person, other: Person) => number;

const collator = new Intl.Collator("fr", { sensitivity: "base" });

const byName: Comparison<DossierSummary> = (one, other) =>
  collator.compare(one.lastName, other.lastName) ||
  collator.compare(one.firstName, other.firstName) ||
  collator.compare(one.birthDate ?? "", other.birthDate ?? "");

const byExchange = byValue<DossierSummary>(({ last }) => last?.at, true);

/** A new list; those without a value for the key come last both ways. */
export function sorted<Person extends DossierSummary>(people: readonly Person[], sort: Sort): Person[] {
  return sortedBy(people, comparisonFor(sort));
}

/** A new list in the order of a comparison; then the latest exchanges, then names. */
export function sortedBy<Person extends DossierSummary>(people: readonly Person[], first: Comparison<Person>): Person[] {
  return [...people].sort((one, other) => first(one, other) || byExchange(one, other) || byName(one, other));
}

export function comparisonFor({ key, descending }: Sort): Comparison<DossierSummary> {
  if (key === "name") return (one, other) => (descending ? -1 : 1) * byName(one, other);
  if (key === "exchange") return byValue(({ last }) => last?.at, descending);
  // The longest wait began first.
  return byValue(({ waitingSince }) => waitingSince, !descending);
}

/** Compares by a number; those without one come last both ways. */
export function byValue<Person>(valueOf: (person: Person) => number | null | undefined, descending: boolean): Comparison<Person> {
  const absent = descending ? -Infinity : Infinity;
  return (person, someone) => {
    const [one, other] = [valueOf(person) ?? absent, valueOf(someone) ?? absent];
    if (one === other) return 0;
    return one < other === descending ? 1 : -1;
  };
}
