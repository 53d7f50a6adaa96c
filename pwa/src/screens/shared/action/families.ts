/** The eight families of actions, in the order of the tiles: a drawing, a tint, a name. */

import type { IconName } from "../../../../build/icons.ts";
import type { Category } from "../../../api/types.ts";
import { t } from "../../../i18n/t.ts";
import "../../../i18n/words.ts";

export interface Family {
  category: Category | null;
  icon: IconName;
  tint: 0 | 1 | 2 | 3 | 4 | 5 | 6;
}

export const FAMILIES: readonly (Family & { category: Category })[] = [
  { category: "EMPLOI", icon: "briefcase", tint: 1 },
  { category: "FORMATION", icon: "graduation-cap", tint: 5 },
  { category: "PROJET_PROFESSIONNEL", icon: "compass", tint: 2 },
  { category: "CITOYENNETE", icon: "id-card", tint: 4 },
  { category: "LOGEMENT", icon: "house", tint: 3 },
  { category: "SANTE", icon: "heart-pulse", tint: 6 },
  { category: "CULTURE_SPORT_LOISIRS", icon: "dumbbell", tint: 1 },
  { category: "other", icon: "sparkles", tint: 0 },
];
const NONE: Family = { category: null, icon: "list-checks", tint: 0 };

export function familyOf(category: Category | null): Family {
  return FAMILIES.find((family) => family.category === category) ?? NONE;
}

/** « Papiers, permis » */
export function nameOfFamily(category: Category | null): string {
  return t(`category.${category ?? "none"}`);
}
