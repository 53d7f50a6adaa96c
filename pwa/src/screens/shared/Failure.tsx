import { Empty } from "../../components/Empty.tsx";
import { Icon } from "../../components/Icon.tsx";
import { t } from "../../i18n/t.ts";

/** Something of ours broke: what happened, that words are safe, what to do. */
export function Failure() {
  return <Page title={t("failure.title")} text={t("failure.text")} />;
}

/** A part of the application is neither on this device nor reachable. */
export function NotHere() {
  return <Page title={t("failure.not_here.title")} text={t("failure.not_here.text")} />;
}

function Page({ title, text }: { title: string; text: string }) {
  return (
    <div class="young">
      <main id="contenu" tabIndex={-1}>
        <Empty icon="triangle-alert" title={title} text={text}>
          <button class="button" type="button" onClick={() => location.reload()}>
            <Icon name="refresh-cw" size="small" />
            {t("failure.again")}
          </button>
        </Empty>
      </main>
    </div>
  );
}
