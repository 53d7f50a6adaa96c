import { t } from "../../../i18n/t.ts";
import type { DossierSummary } from "../../../store/summaries.ts";
import { Facts } from "../person/Facts.tsx";

/** The third pane: the person in a few lines. */
export function Brief({ person }: { person: DossierSummary }) {
  return (
    <aside class="pane-context" aria-label={t("brief.about", { name: person.firstName })}>
      <h2>{t("brief.title")}</h2>
      <Facts person={person} class="brief" />
      <a class="button button-wide" href={`/jeunes/${person.youngPersonId}`}>
        {t("brief.open")}
      </a>
    </aside>
  );
}
