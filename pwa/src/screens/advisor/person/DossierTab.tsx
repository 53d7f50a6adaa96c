import type { DossierSummary } from "../../../store/summaries.ts";
import { Access } from "./Access.tsx";
import { ContactPanel } from "./ContactPanel.tsx";
import { Facts } from "./Facts.tsx";
import { Followers } from "./Followers.tsx";
import { t } from "../../../i18n/t.ts";

/** What is known of the person, how to reach them, who follows them, how they come in. */
export function DossierTab({ person }: { person: DossierSummary }) {
  return (
    <>
      <ContactPanel person={person} />
      <section class="panel stack" aria-labelledby="dossier">
        <h2 id="dossier">{t("dossier.facts")}</h2>
        <Facts person={person} class="facts-grid" />
      </section>
      <Followers youngPersonId={person.youngPersonId} />
      <Access person={person} />
    </>
  );
}
