import type { TargetedMouseEvent } from "preact";
import { useLocation } from "preact-iso";
import { leaveByCode } from "../../../a11y/navigation.ts";
import { Icon } from "../../../components/Icon.tsx";
import { t } from "../../../i18n/t.ts";
import type { PortfolioRow as Line } from "../../../store/followup/portfolio.ts";
import { useGrowing } from "../people/useGrowing.tsx";
import { useRows } from "../people/useRows.ts";
import { ariaSort, type Column, COLUMNS, pressed } from "./order.ts";
import { PortfolioRow } from "./PortfolioRow.tsx";
import { portfolioSort } from "./state.ts";

/** More than a screen: what is seen is painted at once, the rest comes just after and as it is scrolled to. */
const ROWS_AT_ONCE = 24;

/** The caseload as a table; a press anywhere on a row opens the person's page. Another `order` begins again at its first row. */
export function PortfolioTable({ people, order }: { people: readonly Line[]; order: unknown }) {
  const { route } = useLocation();
  const { limit, end } = useGrowing(people.length, ROWS_AT_ONCE, order);
  const rows = useRows(people.slice(0, limit), (person) => <PortfolioRow person={person} key={person.youngPersonId} />);
  const open = (event: TargetedMouseEvent<HTMLTableSectionElement>) => {
    const target = event.target as Element;
    const link = target.closest("tr")?.querySelector<HTMLAnchorElement>("a.name");
    // Links answer for themselves, and a selected text is being copied.
    if (!link || target.closest("a, button") || getSelection()?.toString()) return;
    leaveByCode();
    route(link.pathname);
  };
  return (
    <div class="table-wrap">
      <table class="table portfolio">
        <caption class="visually-hidden">{t("portfolio.caption")}</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <SortHeader key={column} column={column} />
            ))}
            <th scope="col">
              <span class="visually-hidden">{t("portfolio.column.write")}</span>
            </th>
          </tr>
        </thead>
        <tbody onClick={open}>{rows}</tbody>
      </table>
      {end}
    </div>
  );
}

const ICONS = { ascending: "chevron-up", descending: "chevron-down", other: "chevron-down", none: "chevrons-up-down" } as const;

function SortHeader({ column }: { column: Column }) {
  const direction = ariaSort(portfolioSort.value, column);
  return (
    <th scope="col" aria-sort={direction}>
      <button type="button" onClick={() => (portfolioSort.value = pressed(portfolioSort.value, column))}>
        {t(`portfolio.column.${column}`)}
        {direction === "other" && <span class="by-wait">{t("portfolio.by_wait")}</span>}
        <Icon name={ICONS[direction ?? "none"]} size="small" />
      </button>
    </th>
  );
}
