import type { Row } from "../../../api/types.ts";
import { t } from "../../../i18n/t.ts";
import { hoursOfCategory } from "../../../store/followup/hours.ts";
import { openPanel } from "../person/panel.ts";

export interface ValidateButtonProps {
  row: Row<"action">;
  /** Whether hours are counted for this person. */
  counts: boolean;
  isPrimary?: boolean;
}

/** « Valider 3 h »: opens what says that it is final, with these hours ready. */
export function ValidateButton({ row, counts, isPrimary = false }: ValidateButtonProps) {
  const hours = counts ? hoursOfCategory(row.d.category) : 0;
  return (
    <button class={isPrimary ? "button button-primary" : "button"} type="button" onClick={() => openPanel({ show: "validate", id: row.id })}>
      {hours > 0 ? t("validate.open", { hours }) : t("validate.open.plain")}
      <span class="visually-hidden"> {t("validate.open.what", { title: row.d.title })}</span>
    </button>
  );
}
