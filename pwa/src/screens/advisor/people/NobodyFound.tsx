import { t } from "../../../i18n/t.ts";

export interface NobodyFoundProps {
  name: string;
  /** What the list was narrowed to: « names.none.<filter> » says that nobody is left. */
  filter: string | null;
  onClear: () => void;
}

/** No row is left: says which name or filter emptied the list, and takes it away in one tap. */
export function NobodyFound({ name, filter, onClear }: NobodyFoundProps) {
  const words = name.trim() ? t("names.none", { query: name.trim() }) : t(`names.none.${filter ?? "all"}`);
  return (
    <div class="nobody">
      <p role="status">{words}</p>
      <button class="button" type="button" onClick={onClear}>
        {t("names.clear")}
      </button>
    </div>
  );
}
