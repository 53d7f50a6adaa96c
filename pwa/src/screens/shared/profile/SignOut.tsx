import { useState } from "preact/hooks";
import { Icon } from "../../../components/Icon.tsx";
import { Sheet } from "../../../components/Sheet.tsx";
import { t } from "../../../i18n/t.ts";
import { signOut, unsentCount } from "../../../store/session.ts";
import { status, syncNow } from "../../../store/status.ts";
import { forgetView } from "../../../update.ts";

/** The way out: says what has not left yet, then erases everything from this device. */
export function SignOut() {
  const [asked, setAsked] = useState(false);
  const unsent = unsentCount.value;
  return (
    <>
      <button class="row row-danger" type="button" onClick={() => setAsked(true)}>
        <Icon name="log-out" />
        <span class="row-body">
          <span class="row-title">{t("sign_out.title")}</span>
          <span class="meta">{unsent > 0 ? t("sign_out.waiting", { count: unsent }) : t("sign_out.text")}</span>
        </span>
        <Icon name="chevron-right" />
      </button>
      <Sheet open={asked} onClose={() => setAsked(false)} title={t("sign_out.ask")}>
        {unsent > 0 && <Unsent count={unsent} />}
        <p>{t("sign_out.erases")}</p>
        <div class="button-pair">
          <button class="button" type="button" onClick={() => setAsked(false)}>
            {t("sign_out.stay")}
          </button>
          <button class="button button-danger" type="button" onClick={() => void signOut().then(forgetView)}>
            {unsent > 0 ? t("sign_out.anyway") : t("sign_out.do")}
          </button>
        </div>
      </Sheet>
    </>
  );
}

function Unsent({ count }: { count: number }) {
  const { online, syncing } = status.value;
  return (
    <div class="banner banner-notice">
      <Icon name="cloud-upload" />
      <div>
        <b>{t("sign_out.waiting", { count })}</b>
        {online ? (
          <button class="button button-small" type="button" aria-busy={syncing} onClick={() => void syncNow()}>
            {t("sign_out.send_first")}
          </button>
        ) : (
          t("sign_out.wait_network")
        )}
      </div>
    </div>
  );
}
