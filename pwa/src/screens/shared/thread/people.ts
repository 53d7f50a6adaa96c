/** Who writes to whom in this thread. */

import type { FollowingAdvisor, Id, Side } from "../../../api/types.ts";
import { civilDay } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/t.ts";
import { clock } from "../../../store/clock.ts";
import { record } from "../../../store/records.ts";

/** Whose screen this is. */
export type View = "young" | "advisor";

export interface Other {
  /** "" while nobody is known on the other side. */
  firstName: string;
  fullName: string;
}

export function sideOf(view: View): Side {
  return view === "young" ? "young_person" : "advisor";
}

/** The person on the other side: the young person, or the advisor who follows them today. */
export function otherPerson(youngPersonId: Id, view: View): Other {
  const dossier = record("young_person", youngPersonId)?.d;
  const other = view === "advisor" ? dossier : currentAdvisor(dossier?.advisors ?? []);
  return { firstName: other?.first_name ?? "", fullName: other ? `${other.first_name} ${other.last_name}` : "" };
}

function currentAdvisor(advisors: FollowingAdvisor[]): FollowingAdvisor | undefined {
  const today = civilDay(clock.now());
  const current = advisors.filter(({ until }) => until === null || until >= today);
  return current.find(({ role }) => role === "referent") ?? current[0];
}

/** The other person's first name in a sentence, or what to say without one. */
export function nameOf({ firstName }: Other): string {
  return firstName || t("thread.somebody");
}
