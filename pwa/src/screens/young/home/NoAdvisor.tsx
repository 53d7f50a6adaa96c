import { Empty } from "../../../components/Empty.tsx";
import { t } from "../../../i18n/t.ts";
import { myDossier } from "../mine.ts";

/** Nobody yet, or nobody any more: says who chooses. */
export function NoAdvisor() {
  const structure = myDossier()?.structure;
  return (
    <section class="card">
      <Empty planks={0} title={t("home.no_advisor.title")} text={structure ? t("home.no_advisor.text", { structure }) : undefined} />
    </section>
  );
}
