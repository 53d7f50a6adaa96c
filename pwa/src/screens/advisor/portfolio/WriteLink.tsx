import { Icon } from "../../../components/Icon.tsx";
import { t } from "../../../i18n/t.ts";
import type { DossierSummary } from "../../../store/summaries.ts";
import { nameOf } from "../people/caseload.ts";

/** Goes to the conversation; says « Répondre » to those who wait. */
export function WriteLink({ person }: { person: DossierSummary }) {
  const waits = person.waitingSince !== null;
  return (
    <a class={waits ? "button" : "button button-quiet"} href={`/messages/${person.youngPersonId}`}>
      <Icon name={waits ? "reply" : "message-circle"} size="small" />
      {waits ? t("portfolio.answer") : t("portfolio.write")}
      <span class="visually-hidden"> {t("portfolio.to", { name: nameOf(person) })}</span>
    </a>
  );
}
