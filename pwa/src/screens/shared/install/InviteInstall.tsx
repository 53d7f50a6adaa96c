import { useState } from "preact/hooks";
import { Icon } from "../../../components/Icon.tsx";
import { t } from "../../../i18n/t.ts";
import { canPrompt, isApple, isInstalled, isPutOff, promptInstall, putOff } from "./prompt.ts";

/** Offers to keep the application on the home screen; shown after a first success, never twice refused. */
export function InviteInstall() {
  const [gone, setGone] = useState(isInstalled() || isPutOff());
  if (gone || !(canPrompt() || isApple())) return null;
  const later = () => {
    putOff();
    setGone(true);
  };
  return (
    <section class="card stack-tight" aria-labelledby="garder">
      <h2 id="garder">{t("install.invite.title")}</h2>
      <p>{t("install.invite.text")}</p>
      <div class="button-pair">
        {canPrompt() ? (
          <button class="button" type="button" onClick={() => void promptInstall()}>
            <Icon name="download" size="small" />
            {t("install.invite.do")}
          </button>
        ) : (
          <a class="button" href="/installer">
            <Icon name="share" size="small" />
            {t("install.invite.how")}
          </a>
        )}
        <button class="button button-quiet" type="button" onClick={later}>
          {t("install.invite.later")}
        </button>
      </div>
    </section>
  );
}
