/** What the search box proposes: people first, then pages. */

import type { IconName } from "../../../../build/icons.ts";
import { foldedWords } from "../people/fold.ts";
import { type Named, searchPeople } from "../people/search.ts";

/** A page, or a gesture, reachable by its name. */
export interface Place {
  label: string;
  icon: IconName;
  href?: string;
  run?: () => void;
}

export interface Suggestions<Person> {
  people: Person[];
  places: Place[];
}

/** As many as fit without scrolling; a longer list means typing one more letter. */
const MOST_PEOPLE = 8;

/** Nothing typed proposes the places alone: the list of everybody is the portfolio. */
export function suggest<Person extends Named>(
  query: string,
  people: readonly Person[],
  places: readonly Place[],
): Suggestions<Person> {
  const typed = foldedWords(query);
  if (typed.length === 0) return { people: [], places: [...places] };
  const named = places.filter(({ label }) => {
    const words = foldedWords(label);
    return typed.every((one) => words.some((word) => word.startsWith(one)));
  });
  return { people: searchPeople(people, query).slice(0, MOST_PEOPLE), places: named };
}

/** The next choice with an arrow, going round. */
export function moved(active: number, by: 1 | -1, count: number): number {
  return count === 0 ? 0 : (active + by + count) % count;
}
