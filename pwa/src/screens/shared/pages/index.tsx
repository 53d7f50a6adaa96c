import { useLocation } from "preact-iso";
import type { ComponentType } from "preact";
import { SkipLink } from "../../../a11y/SkipLink.tsx";
import { Title } from "../../../components/Title.tsx";
import { Topbar } from "../../../components/Topbar.tsx";
import pages from "../../../i18n/fr/pages.json";
import { registerStrings, t } from "../../../i18n/t.ts";
import { me } from "../../../store/session.ts";
import { homeOf } from "../routes.ts";
import { AccessibilityPage } from "./AccessibilityPage.tsx";
import { DataPage } from "./DataPage.tsx";
import { HelpPage } from "./HelpPage.tsx";
import { InstallPage } from "./InstallPage.tsx";
import { LegalPage } from "./LegalPage.tsx";

registerStrings(pages);

const PAGES: Record<string, { title: string; Content: ComponentType }> = {
  "/aide": { title: "pages.help", Content: HelpPage },
  "/installer": { title: "pages.install", Content: InstallPage },
  "/donnees-personnelles": { title: "pages.data", Content: DataPage },
  "/accessibilite": { title: "pages.accessibility", Content: AccessibilityPage },
  "/mentions-legales": { title: "pages.legal", Content: LegalPage },
};

/** Pages anyone reads, without network too: help, install, personal data, accessibility, legal notice. */
export default function PublicPages() {
  const { path } = useLocation();
  const page = PAGES[path];
  if (!page) return null;
  const person = me.value;
  return (
    <div class="young" key={path}>
      <SkipLink />
      <Title>{t(page.title)}</Title>
      <Topbar title={t(page.title)} back={person ? homeOf(person) : "/connexion"} />
      <main id="contenu" tabIndex={-1} class="reading">
        <page.Content />
      </main>
    </div>
  );
}
