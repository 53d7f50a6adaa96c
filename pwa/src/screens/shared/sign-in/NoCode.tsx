import { Sheet } from "../../../components/Sheet.tsx";
import { t } from "../../../i18n/t.ts";

/** What to do without a code: who gives it, how long it lasts, what if it is lost. */
export function NoCode({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Sheet open={open} onClose={onClose} title={t("no_code.title")}>
      <ul class="plain-list">
        <li>{t("no_code.ask")}</li>
        <li>{t("no_code.lasts")}</li>
        <li>{t("no_code.again")}</li>
        <li>{t("no_code.nobody")}</li>
      </ul>
      <a class="button button-wide" href="/aide">
        {t("no_code.help")}
      </a>
    </Sheet>
  );
}
