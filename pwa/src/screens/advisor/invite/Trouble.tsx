import { Banner } from "../../../components/Banner.tsx";
import { t } from "../../../i18n/t.ts";
import type { Asking } from "./useAsking.ts";

/** Why nothing was made, said when it appears. */
export function Trouble({ asking: { trouble, detail } }: { asking: Asking }) {
  return (
    <div role="alert">
      {trouble && (
        <Banner tone="notice" icon="triangle-alert" title={trouble}>
          {detail && (
            <details>
              <summary>{t("invite.details")}</summary>
              <code class="meta">{detail}</code>
            </details>
          )}
        </Banner>
      )}
    </div>
  );
}

/** Said before the form is filled in: this cannot be done without network, and nothing typed is lost. */
export function NeedsNetwork() {
  return (
    <Banner tone="inline" icon="cloud-off" title={t("invite.offline.title")}>
      {t("invite.offline.text")}
    </Banner>
  );
}
