import type { TargetedMouseEvent } from "preact";
import { useLocation } from "preact-iso";
import { leaveByCode } from "../../../a11y/navigation.ts";
import { Icon } from "../../../components/Icon.tsx";
import { t } from "../../../i18n/t.ts";
import type { DossierSummary } from "../../../store/summaries.ts";
import { ariaSort, type SortKey, toggled } from "../people/order.ts";
import { useGrowing } from "../people/useGrowing.tsx";
import { useRows } from "../people/useRows.ts";
import { PortfolioRow } from "./PortfolioRow.tsx";
import { portfolioSort } from "./state.ts";

const COLUMNS: readonly { key: SortKey; label: string }[] = [
  { key: "name", label: "portfolio.column.name" },
  { key: "exchange", label: "portfolio.column.exchange" },
  { key: "waiting", label: "portfolio.column.waiting" },
];

/** The caseload as a table; a press anywhere on a row opens the person's page. */
export function PortfolioTable({ people }: { people: readonly DossierSummary[] }) {
  const { route } = useLocation();
  const { limit, end } = useGrowing(people.length);
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
              <SortHeader key={column.key} sortKey={column.key} label={column.label} />
            ))}
            <th scope="col">{t("portfolio.column.message")}</th>
            <th scope="col">
              <span class="visually-hidden">{t("portfolio.column.write")}</span>
            </th>
          </tr>
        </thead>
        <tbody onClick={open}>
          {rows}
        </tbody>
      </table>
      {end}
    </div>
  );
}

function SortHeader({ sortKey: key, label }: { sortKey: SortKey; label: string }) {
  const direction = ariaSort(portfolioSort.value, key);
  const icon = direction === "descending" ? "chevron-down" : direction ? "chevron-up" : "chevrons-up-down";
  return (
    <th scope="col" aria-sort={direction}>
      <button type="button" onClick={() => (portfolioSort.value = toggled(portfolioSort.value, key))}>
        {t(label)}
        <Icon name={icon} size="small" />
      </button>
    </th>
  );
}
