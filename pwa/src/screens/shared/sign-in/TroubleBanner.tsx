import { Banner } from "../../../components/Banner.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { t } from "../../../i18n/t.ts";
import type { Trouble } from "./errors.ts";

/** An error, announced when it appears; its code waits under « Détails ». */
export function TroubleBanner({ trouble }: { trouble: Trouble | null }) {
  return (
    <div role="alert">
      {trouble && (
        <Banner tone="notice" icon="triangle-alert" title={trouble.title}>
          <p>{trouble.text}</p>
          {trouble.detail && (
            <details>
              <summary>
                {t("sign_in.error.details")}
                <Icon name="chevron-right" size="small" />
              </summary>
              <code class="meta">{trouble.detail}</code>
            </details>
          )}
        </Banner>
      )}
    </div>
  );
}
