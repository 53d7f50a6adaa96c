import { useEffect, useState } from "preact/hooks";
import { Banner } from "../../components/Banner.tsx";
import { useLasting } from "../../components/useLasting.ts";
import { t } from "../../i18n/t.ts";
import { acknowledgeLost, rescued, status } from "../../store/status.ts";
import { applyUpdate, updateReady } from "../../update.ts";
import { isFullSaid } from "./full.ts";
import { rememberWanted } from "./routes.ts";

/**
 * What both views say above their header, in the flow: no network, no session, no room, a new version.
 * `offline` is false on a page that says it in its own words.
 */
export function Notices({ offline = true }: { offline?: boolean }) {
  const { online, signInNeeded, tooOld, full, lost, syncing, waiting } = status.value;
  const isSlow = useLasting(syncing && waiting > 0);
  const shown = [
    offline && !online && (
      <Banner key="offline" tone="offline" title={t("notice.offline.title")}>
        {t("notice.offline.text")}
      </Banner>
    ),
    isSlow && online && (
      <Banner key="slow" tone="offline" icon="cloud-upload" title={t("notice.slow.title")} live>
        {t("notice.slow.text")}
      </Banner>
    ),
    signInNeeded && <SignInAgain key="sign-in" />,
    full && !isFullSaid.value && (
      <Banner key="full" tone="danger" title={t("notice.full.title")} live>
        {t("notice.full.text")}
      </Banner>
    ),
    lost !== null && <Lost key="lost" count={lost} />,
    rescued.value && <Rescued key="rescued" file={rescued.value} />,
    (tooOld || updateReady.value) && <NewVersion key="version" needed={tooOld} />,
  ].filter(Boolean);
  if (shown.length === 0) return null;
  return (
    <section class="notices" aria-label={t("notices.name")}>
      {shown}
    </section>
  );
}

function SignInAgain() {
  return (
    <Banner tone="notice" icon="lock" title={t("notice.sign_in.title")} live>
      <p>{t("notice.sign_in.text")}</p>
      <a class="button button-small" href="/connexion" onClick={() => rememberWanted(location.pathname)}>
        {t("notice.sign_in.link")}
      </a>
    </Banner>
  );
}

function Lost({ count }: { count: number }) {
  return (
    <Banner tone="notice" title={t("notice.lost.title", { count })} live>
      <p>{t("notice.lost.text", { count })}</p>
      <button class="button button-small" type="button" onClick={acknowledgeLost}>
        {t("notice.lost.understood")}
      </button>
    </Banner>
  );
}

/** What could not be opened any more is offered as a file: nothing written is ever thrown away. */
function Rescued({ file }: { file: Blob }) {
  const [address, setAddress] = useState("");
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return (
    <Banner tone="notice" title={t("notice.rescued.title")} live>
      <p>{t("notice.rescued.text")}</p>
      <a class="button button-small" href={address} download="passerelle.json">
        {t("notice.rescued.download")}
      </a>
    </Banner>
  );
}

function NewVersion({ needed }: { needed: boolean }) {
  const title = needed ? t("notice.update.needed") : t("notice.update.title");
  return (
    <Banner tone={needed ? "notice" : "info"} icon="download" title={title} live>
      <p>{t("notice.update.text")}</p>
      <button class="button button-small" type="button" onClick={() => void applyUpdate()}>
        {t("notice.update.do")}
      </button>
    </Banner>
  );
}
