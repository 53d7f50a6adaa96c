/** The signed-in advisor's young people, and the counts the menu, the title and the filters share. */

import { computed } from "@preact/signals";
import { type DossierSummary, summaries } from "../../../store/summaries.ts";
import { countOf } from "./filters.ts";
import { homonyms } from "./homonyms.ts";
import { type Tint, tintsOf } from "./tints.ts";

export const waitingCount = computed(() => countOf(summaries.value, "waiting"));

// As text first: it stays equal while nobody comes, goes or changes name, and no row is drawn again for another's message.
const sharedIds = computed(() => idsOf([...homonyms(summaries.value)]));
const shared = computed(() => new Set(sharedIds.value.split(" ")));
const everyId = computed(() => idsOf(summaries.value));
const tints = computed(() => tintsOf(everyId.value.split(" ")));

function idsOf(people: readonly DossierSummary[]): string {
  return people.map(({ youngPersonId }) => youngPersonId).join(" ");
}

/** Somebody else of the caseload bears the same name. */
export function isHomonym(person: DossierSummary): boolean {
  return shared.value.has(person.youngPersonId);
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
