import { useState } from "preact/hooks";
import { SkipLink } from "../../../a11y/SkipLink.tsx";
import { Banner } from "../../../components/Banner.tsx";
import { Mark } from "../../../components/Mark.tsx";
import { Title } from "../../../components/Title.tsx";
import words from "../../../i18n/fr/sign-in.json";
import { registerStrings, t } from "../../../i18n/t.ts";
import { PRODUCT } from "../../../product.ts";
import { acceptTerms, me } from "../../../store/session.ts";
import { SignOut } from "../profile/SignOut.tsx";
import { TermsSummary } from "./TermsSummary.tsx";

registerStrings(words);

/** New rules, shown once per version to somebody already signed in. Nothing of theirs is lost meanwhile. */
export default function Terms() {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const person = me.value;
  if (!person) return null;
  const accept = async () => {
    setBusy(true);
    setFailed(false);
    await acceptTerms(person.terms.current).catch(() => setFailed(true));
    setBusy(false);
  };
  return (
    <div class="young">
      <SkipLink />
      <header class="topbar">
        <Mark />
        <span class="wordmark">{PRODUCT}</span>
      </header>
      <main id="contenu" tabIndex={-1}>
        <Title>{t("terms.title")}</Title>
        <h1 tabIndex={-1}>{t("welcome.hello", { name: person.first_name })}</h1>
        <p>{t("terms.new")}</p>
        {failed && <Banner tone="notice" title={t("terms.failed")} live />}
        <TermsSummary role={person.role} />
        <div class="card card-rows">
          <SignOut />
        </div>
      </main>
      <section class="actionbar" aria-label={t("welcome.actions")}>
        <button class="button button-primary button-large button-wide" type="button" aria-busy={busy} onClick={() => void accept()}>
          {t("welcome.enter")}
        </button>
      </section>
    </div>
  );
}
