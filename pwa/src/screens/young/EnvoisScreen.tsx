import { Title } from "../../components/Title.tsx";
import { Topbar } from "../../components/Topbar.tsx";
import { t } from "../../i18n/t.ts";
import { EnvoisContent, TryNow } from "../shared/envois/EnvoisContent.tsx";

export function EnvoisScreen() {
  return (
    <>
      <Title>{t("envois.title")}</Title>
      <Topbar title={t("envois.title")} back="/accueil" />
      <main id="contenu" tabIndex={-1}>
        <EnvoisContent />
      </main>
      <section class="actionbar" aria-label={t("envois.actions")}>
        <TryNow />
      </section>
    </>
  );
}
