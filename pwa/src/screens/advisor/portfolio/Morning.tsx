import { t } from "../../../i18n/t.ts";
import type { PortfolioRow } from "../../../store/followup/portfolio.ts";
import { countIn, MORNING, type PortfolioFilter, QUIET } from "./filters.ts";

export interface MorningProps {
  people: readonly PortfolioRow[];
  filter: PortfolioFilter | null;
  onFilter: (filter: PortfolioFilter | null) => void;
}

/** The counts of the day, each a filter: a second tap shows everybody again. */
export function Morning(props: MorningProps) {
  return (
    <div class="morning" role="group" aria-label={t("portfolio.morning")}>
      {MORNING.map((one) => (
        <Toggle {...props} one={one} key={one} />
      ))}
    </div>
  );
}

/** The other filters, said only when they would keep somebody. */
export function QuietFilters(props: MorningProps) {
  const shown = QUIET.filter((one) => one === props.filter || countIn(props.people, one) > 0);
  if (shown.length === 0) return null;
  return (
    <div class="quiet-filters" role="group" aria-label={t("portfolio.quiet")}>
      {shown.map((one) => (
        <Toggle {...props} one={one} key={one} />
      ))}
    </div>
  );
}

function Toggle({ people, filter, onFilter, one }: MorningProps & { one: PortfolioFilter }) {
  const count = countIn(people, one);
  return (
    <button type="button" aria-pressed={one === filter} onClick={() => onFilter(one === filter ? null : one)}>
      <b>{count}</b> <span>{t(`filter.${one}`, { count })}</span>
    </button>
  );
}
