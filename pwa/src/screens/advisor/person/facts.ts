/** What this device knows of a young person, in words. */

import type { FollowingAdvisor } from "../../../api/types.ts";
import { civilDay } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/t.ts";
import { clock } from "../../../store/clock.ts";
import { record } from "../../../store/records.ts";
import type { DossierSummary } from "../../../store/summaries.ts";
import { ageOn, dayInWords } from "../people/ages.ts";
import { exchangeWords, momentOf } from "../people/words.ts";
import { followers } from "./followers.ts";

export interface Fact {
  label: string;
  value: string;
  more?: string;
}

export function factsOf(person: DossierSummary): Fact[] {
  const dossier = record("young_person", person.youngPersonId)?.d;
  const facts: (Fact | null)[] = [
    { label: t("person.scheme"), value: person.scheme },
    person.birthDate ? { label: t("person.birth"), value: bornWords(person.birthDate) } : null,
    { label: t("person.site"), value: dossier?.site ?? t("person.no_site") },
    followedFact(followers(dossier?.advisors ?? [], civilDay(clock.now()))),
    exchangeFact(person),
    { label: t("person.access"), value: t(person.activated ? "person.entered" : "person.not_entered") },
  ];
  return facts.filter((fact) => fact !== null);
}

/** « 3 mars 2007, 19 ans » */
export function bornWords(birthDate: string): string {
  return t("person.born_age", { day: dayInWords(birthDate), count: ageOn(civilDay(clock.now()), birthDate) });
}

function followedFact(advisors: readonly FollowingAdvisor[]): Fact | null {
  const first = advisors[0];
  return first ? { label: t("person.followed_since"), value: dayInWords(first.since) } : null;
}

function exchangeFact(person: DossierSummary): Fact {
  const label = t("person.exchange");
  const words = exchangeWords(person);
  return person.last ? { label, value: momentOf(person.last.at), more: words } : { label, value: words };
}
