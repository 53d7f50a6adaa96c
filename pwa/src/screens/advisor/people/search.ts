/** Finding people by name: accents, case, order of the words and one typo do not matter. */

import { foldedWords, isOneTypoAway } from "./fold.ts";

export interface Named {
  firstName: string;
  lastName: string;
}

/** Fewer letters than this are too few to guess a typo in the beginning of a longer word. */
const BEGINNING_LETTERS = 4;

/**
 * Those whose name matches every word typed, best first, in the given order otherwise.
 * Typos are guessed only when nobody matches as typed.
 */
export function searchPeople<Person extends Named>(people: readonly Person[], query: string): Person[] {
  const typed = foldedWords(query);
  if (typed.length === 0) return [...people];
  const named = people.map((person) => ({ person, words: foldedWords(`${person.firstName} ${person.lastName}`) }));
  const exact = ranked(named, typed, begins);
  return exact.length > 0 ? exact : ranked(named, typed, nearlyBegins);
}

interface Candidate<Person> {
  person: Person;
  words: string[];
}
type Match = (word: string, typed: string) => boolean;

function ranked<Person>(named: readonly Candidate<Person>[], typed: readonly string[], match: Match): Person[] {
  return named
    .filter(({ words }) => typed.every((one) => words.some((word) => match(word, one))))
    .sort((one, other) => wholeWords(other.words, typed) - wholeWords(one.words, typed))
    .map(({ person }) => person);
}

function wholeWords(words: readonly string[], typed: readonly string[]): number {
  return typed.filter((one) => words.includes(one)).length;
}

function begins(word: string, typed: string): boolean {
  return word.startsWith(typed);
}

/** Compares with as much of the word as was typed, give or take one letter. */
function nearlyBegins(word: string, typed: string): boolean {
  if (begins(word, typed)) return true;
  if (typed.length < BEGINNING_LETTERS) return typed.length === word.length && isOneTypoAway(typed, word);
  return [-1, 0, 1].some((more) => isOneTypoAway(typed, word.slice(0, typed.length + more)));
}
