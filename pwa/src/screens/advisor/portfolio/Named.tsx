import { Icon } from "../../../components/Icon.tsx";
import { t } from "../../../i18n/t.ts";
import type { DossierSummary } from "../../../store/summaries.ts";
import { dayInWords } from "../people/ages.ts";
import { tellingBirthDate } from "../people/caseload.ts";

/** Under the name: the scheme, and what tells homonyms apart. */
export function Underline({ person }: { person: DossierSummary }) {
  const birthDate = tellingBirthDate(person);
  return (
    <small>
      {person.scheme}
      {birthDate && t("person.born_after", { day: dayInWords(birthDate) })}
    </small>
  );
}

/** Beside the name of a conversation I follow. */
export function Flag({ person }: { person: DossierSummary }) {
  if (!person.flagged) return null;
  return (
    <>
      <Icon name="flag" size="small" full class="flagged" />
      <span class="visually-hidden">{t("thread.flagged_hidden")}</span>
    </>
  );
}
