import { t } from "../../../i18n/t.ts";
import type { DossierSummary } from "../../../store/summaries.ts";
import { countOf, type Filter, FILTERS } from "../people/filters.ts";

export interface MorningProps {
  people: readonly DossierSummary[];
  filter: Filter | null;
  onFilter: (filter: Filter | null) => void;
}

/** The counts of the day, each a filter: a second tap shows everybody again. */
export function Morning({ people, filter, onFilter }: MorningProps) {
  return (
    <div class="morning" role="group" aria-label={t("portfolio.morning")}>
      {FILTERS.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === filter}
          onClick={() => onFilter(one === filter ? null : one)}
        >
          <b>{countOf(people, one)}</b>
          <span>{t(`filter.${one}`, { count: countOf(people, one) })}</span>
        </button>
      ))}
    </div>
  );
}
