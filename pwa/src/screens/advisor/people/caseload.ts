/** The signed-in advisor's young people, and the counts the menu, the title and the filters share. */

import { computed } from "@preact/signals";
import { type DossierSummary, summaries } from "../../../store/summaries.ts";
import { countOf } from "./filters.ts";
import { homonyms } from "./homonyms.ts";
import { type Tint, tintsOf } from "./tints.ts";

export const waitingCount = computed(() => countOf(summaries.value, "waiting"));

const shared = computed(() => homonyms(summaries.value));
const tints = computed(() => tintsOf(summaries.value.map(({ youngPersonId }) => youngPersonId)));

/** Somebody else of the caseload bears the same name. */
export function isHomonym(person: DossierSummary): boolean {
  return shared.value.has(person);
}

/** The birth date of somebody whose name is not enough to know them; null for everybody else. */
export function tellingBirthDate(person: DossierSummary): string | null {
  return isHomonym(person) ? person.birthDate : null;
}

export function tintOf(youngPersonId: string): Tint {
  return tints.value.get(youngPersonId) ?? 1;
}

export function nameOf({ firstName, lastName }: { firstName: string; lastName: string }): string {
  return `${firstName} ${lastName}`;
}
