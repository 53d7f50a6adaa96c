import type { VNode } from "preact";
import { useRef } from "preact/hooks";

/** Draws one row per person; sorting and filtering a long list then move rows without drawing them again. */
export function useRows<Person extends object>(people: readonly Person[], draw: (person: Person) => VNode): VNode[] {
  const drawn = useRef(new WeakMap<Person, VNode>()).current;
  return people.map((person) => {
    let row = drawn.get(person);
    if (!row) drawn.set(person, (row = draw(person)));
    return row;
  });
}
