import type { VNode } from "preact";
import { useRef } from "preact/hooks";
import type { DossierSummary } from "../../../store/summaries.ts";

/** Draws one row per person; sorting and filtering a long list then move rows without drawing them again. */
export function useRows(people: readonly DossierSummary[], draw: (person: DossierSummary) => VNode): VNode[] {
  const drawn = useRef(new WeakMap<DossierSummary, VNode>()).current;
  return people.map((person) => {
    let row = drawn.get(person);
    if (!row) drawn.set(person, (row = draw(person)));
    return row;
  });
}
