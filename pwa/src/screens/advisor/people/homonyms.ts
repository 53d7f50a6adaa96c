import { fold } from "./fold.ts";
import type { Named } from "./search.ts";

function key({ firstName, lastName }: Named): string {
  return `${fold(firstName)} ${fold(lastName)}`;
}

/** Those who share both names with somebody else of the list: a birth date must tell them apart. */
export function homonyms<Person extends Named>(people: readonly Person[]): Set<Person> {
  const byName = new Map<string, Person[]>();
  for (const person of people) byName.set(key(person), [...(byName.get(key(person)) ?? []), person]);
  return new Set([...byName.values()].filter((same) => same.length > 1).flat());
}

/** Those who already bear this name. */
export function namesakes<Person extends Named>(people: readonly Person[], name: Named): Person[] {
  const wanted = key(name);
  return people.filter((person) => key(person) === wanted);
}
