import { t } from "../../../i18n/t.ts";
import type { Envoi } from "../../../store/envois.ts";

/** Two versions wait for a choice: it is made on its own page. */
export function ToReview({ envoi }: { envoi: Envoi }) {
  return (
    <a class="button" href={`/a-relire/${envoi.recordId}`}>
      {t("envois.review")}
    </a>
  );
}
