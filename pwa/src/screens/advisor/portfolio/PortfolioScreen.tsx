import type { ComponentChildren } from "preact";
import { useLocation } from "preact-iso";
import { useMemo } from "preact/hooks";
import { Empty } from "../../../components/Empty.tsx";
import { Skeleton } from "../../../components/Skeleton.tsx";
import portfolio from "../../../i18n/fr/portfolio.json";
import { registerStrings, t } from "../../../i18n/t.ts";
import { type PortfolioRow, portfolioRows } from "../../../store/followup/portfolio.ts";
import { status } from "../../../store/status.ts";
import { InviteButton } from "../invite/InviteButton.tsx";
import { moveCursor } from "../keys/cursor.ts";
import { useKeys } from "../keys/useKeys.ts";
import { useReply } from "../messages/reply.ts";
import { NameFilter } from "../people/NameFilter.tsx";
import { NobodyFound } from "../people/NobodyFound.tsx";
import { searchPeople } from "../people/search.ts";
import { KeysLine } from "../shell/KeysLine.tsx";
import { isDesktop, isPhone } from "../shell/layout.ts";
import { Screen } from "../shell/Screen.tsx";
import { asPortfolioFilter, filteredRows, type PortfolioFilter } from "./filters.ts";
import { Morning, type MorningProps, QuietFilters } from "./Morning.tsx";
import { sortedRows } from "./order.ts";
import { PortfolioCards } from "./PortfolioCards.tsx";
import { PortfolioTable } from "./PortfolioTable.tsx";
import { SortChoice } from "./SortChoice.tsx";
import { portfolioName, portfolioSort } from "./state.ts";
import { useBeginning } from "./useBeginning.ts";

registerStrings(portfolio);

const KEYS = [
  { keys: ["j", "k"], does: "keys.move" },
  { keys: ["Entrée"], does: "keys.open_short" },
  { keys: ["r"], does: "keys.reply_short" },
  { keys: ["n"], does: "keys.action_short" },
  { keys: ["a"], does: "keys.appointment_short" },
  { keys: ["?"], does: "keys.all" },
];

/** Everybody I follow, from local data: who waits for me, what comes next, what is left to take up again. */
export function PortfolioScreen() {
  const { query, route } = useLocation();
  const people = portfolioRows.value;
  const filter = asPortfolioFilter(query["voir"]);
  const name = portfolioName.value;
  const shown = useShown(people, filter, name);
  const show = (wanted: PortfolioFilter | null) => route(wanted ? `/portefeuille?voir=${wanted}` : "/portefeuille", true);
  const clear = () => {
    portfolioName.value = "";
    show(null);
  };
  useListKeys();
  if (people.length === 0) return <Frame>{status.value.firstSync ? <Skeleton rows={6} /> : <Nobody />}</Frame>;
  const questions = { people, filter, onFilter: show };
  return (
    <Frame aside={<Aside shown={shown.people.length} {...questions} />} actions={<Actions />}>
      <Morning {...questions} />
      {!isDesktop() && (
        <div class="list-tools">
          <QuietFilters {...questions} />
          {(!isPhone() || name) && <ByName />}
          <SortChoice />
        </div>
      )}
      {shown.people.length > 0 ? <List {...shown} /> : <NobodyFound name={name} filter={filter} onClear={clear} />}
      <KeysLine keys={KEYS} />
    </Frame>
  );
}

interface Shown {
  people: PortfolioRow[];
  /** Differs when the list was put in another order or narrowed otherwise, not when a line changes. */
  order: string;
}

function useShown(people: readonly PortfolioRow[], filter: PortfolioFilter | null, name: string): Shown {
  const sort = portfolioSort.value;
  const shown = useMemo(
    () => sortedRows(searchPeople(filteredRows(people, filter), name), sort),
    [people, filter, name, sort],
  );
  return { people: shown, order: JSON.stringify([sort, filter, name]) };
}

function useListKeys(): void {
  useKeys({
    j: () => moveCursor(1),
    k: () => moveCursor(-1),
    r: useReply(),
    n: useBeginning("actions"),
    a: useBeginning("rendez-vous"),
  });
}

function Frame({ children, ...around }: { aside?: ComponentChildren; actions?: ComponentChildren; children: ComponentChildren }) {
  return (
    <Screen title={t("menu.portfolio")} heading={t("menu.portfolio")} {...around}>
      {children}
    </Screen>
  );
}

function Aside({ shown, ...questions }: MorningProps & { shown: number }) {
  return (
    <>
      <Count shown={shown} count={questions.people.length} />
      {isDesktop() && <QuietFilters {...questions} />}
    </>
  );
}

function Actions() {
  return (
    <>
      {isDesktop() && <ByName />}
      <InviteButton />
    </>
  );
}

function List(shown: Shown) {
  return isDesktop() ? <PortfolioTable {...shown} /> : <PortfolioCards {...shown} />;
}

/** « 34 jeunes », « 4 sur 34 jeunes »: said again when a filter changes it. */
function Count({ shown, count }: { shown: number; count: number }) {
  const whole = status.value.firstSync ? "portfolio.count.filling" : "portfolio.count";
  return (
    <span class="quiet" role="status">
      {t(shown < count ? "portfolio.count.some" : whole, { shown, count })}
    </span>
  );
}

function ByName() {
  const type = (value: string) => (portfolioName.value = value);
  return <NameFilter label={t("portfolio.filter")} value={portfolioName.value} onInput={type} />;
}

function Nobody() {
  return (
    <section class="panel">
      <Empty planks={0} title={t("portfolio.empty.title")} text={t("portfolio.empty.text")}>
        <InviteButton />
      </Empty>
    </section>
  );
}
