import type { ComponentChildren } from "preact";
import { Avatar } from "../../../components/Avatar.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { t } from "../../../i18n/t.ts";
import type { DossierSummary } from "../../../store/summaries.ts";
import { dayInWords } from "../people/ages.ts";
import { isHomonym, nameOf, tintOf } from "../people/caseload.ts";
import { waitWords } from "../people/words.ts";
import type { Place } from "./suggestions.ts";

/** One line of the search's answers. */
export interface Choice {
  key: string;
  href?: string;
  run?: () => void;
  picture: ComponentChildren;
  label: string;
  /** Tells homonyms apart, or says that the person waits. */
  more: string | null;
}

export function personOption(person: DossierSummary): Choice {
  return {
    key: person.youngPersonId,
    href: `/jeunes/${person.youngPersonId}`,
    picture: <Avatar name={nameOf(person)} tint={tintOf(person.youngPersonId)} size="small" />,
    label: nameOf(person),
    more: [bornWords(person), waitWords(person)].filter(Boolean).join(", ") || null,
  };
}

function bornWords(person: DossierSummary): string | null {
  if (!isHomonym(person)) return null;
  return person.birthDate ? t("person.born_on", { day: dayInWords(person.birthDate) }) : t("person.born_unknown");
}

export function placesOption({ label, icon, href, run }: Place): Choice {
  return { key: label, href, run, picture: <Icon name={icon} />, label, more: null };
}
