/** Ideas for a title, by family: their sentences are in fr/actions.json. */

import type { Category } from "../../../api/types.ts";
import { t } from "../../../i18n/t.ts";

const COUNTS: Record<Category, number> = {
  EMPLOI: 5, FORMATION: 5, PROJET_PROFESSIONNEL: 5, CITOYENNETE: 5, LOGEMENT: 5, SANTE: 5, CULTURE_SPORT_LOISIRS: 5, other: 3,
};

/** Short sentences that fit in a title, the most common first. */
export function suggestionsOf(category: Category): string[] {
  return Array.from({ length: COUNTS[category] }, (_none, index) => t(`idea.${category}.${index + 1}`));
}
