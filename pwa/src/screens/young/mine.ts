/** What the young person's screens ask about their own dossier. */

import type { FollowingAdvisor, YoungPerson } from "../../api/types.ts";
import { civilDay } from "../../i18n/dates.ts";
import { clock } from "../../store/clock.ts";
import { record } from "../../store/records.ts";
import { me } from "../../store/session.ts";
import { type DossierSummary, summary } from "../../store/summaries.ts";

export function myDossier(): YoungPerson | undefined {
  const id = me.value?.id;
  return id ? record("young_person", id)?.d : undefined;
}

export function mySummary(): DossierSummary | undefined {
  const id = me.value?.id;
  return id ? summary(id) : undefined;
}

/** Messages I have not read; 100 means more than 99. */
export function unreadCount(): number {
  return mySummary()?.unread ?? 0;
}

/** Whether my hours are counted: under PACEA they are not. */
export function hoursCount(): boolean {
  return myDossier()?.scheme !== "PACEA";
}

/** Those who accompany me today, the one who follows me first. */
export function myAdvisors(): FollowingAdvisor[] {
  const today = civilDay(clock.now());
  const current = (myDossier()?.advisors ?? []).filter(({ until }) => until === null || until >= today);
  return current.sort((one, other) => rank(one) - rank(other));
}

const rank = ({ role }: FollowingAdvisor) => (role === "referent" ? 0 : 1);
