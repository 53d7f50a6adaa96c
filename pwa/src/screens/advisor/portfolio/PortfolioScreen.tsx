import { useLocation } from "preact-iso";
import { Empty } from "../../../components/Empty.tsx";
import { Skeleton } from "../../../components/Skeleton.tsx";
import { t } from "../../../i18n/t.ts";
import { status } from "../../../store/status.ts";
import { type DossierSummary, summaries } from "../../../store/summaries.ts";
import { InviteButton } from "../invite/InviteButton.tsx";
import { moveCursor } from "../keys/cursor.ts";
import { useKeys } from "../keys/useKeys.ts";
import { asFilter, type Filter, filtered } from "../people/filters.ts";
import { NameFilter } from "../people/NameFilter.tsx";
import { NobodyFound } from "../people/NobodyFound.tsx";
import { sorted } from "../people/order.ts";
import { searchPeople } from "../people/search.ts";
import { useReply } from "../messages/reply.ts";
import { KeysLine } from "../shell/KeysLine.tsx";
import { isDesktop } from "../shell/layout.ts";
import { Screen } from "../shell/Screen.tsx";
import { Morning } from "./Morning.tsx";
import { PortfolioCards } from "./PortfolioCards.tsx";
import { PortfolioTable } from "./PortfolioTable.tsx";
import { SortChoice } from "./SortChoice.tsx";
import { portfolioName, portfolioSort } from "./state.ts";

const KEYS = [
  { keys: ["j", "k"], does: "keys.move" },
  { keys: ["Entrée"], does: "keys.open_short" },
  { keys: ["r"], does: "keys.reply_short" },
  { keys: ["?"], does: "keys.all" },
];

/** Everybody I follow, from local data: who they are, when we last spoke, who waits for me. */
export function PortfolioScreen() {
  const { query, route } = useLocation();
  const people = summaries.value;
  const filter = asFilter(query["voir"]);
  const name = portfolioName.value;
  const rows = sorted(searchPeople(filtered(people, filter), name), portfolioSort.value);
  const show = (wanted: Filter | null) => route(wanted ? `/portefeuille?voir=${wanted}` : "/portefeuille", true);
  const clear = () => {
    portfolioName.value = "";
    show(null);
  };
  useKeys({ j: () => moveCursor(1), k: () => moveCursor(-1), r: useReply() });
  const hasPeople = people.length > 0;
  return (
    <Screen
      title={t("menu.portfolio")}
      heading={t("menu.portfolio")}
      aside={hasPeople && <Count shown={rows.length} count={people.length} />}
      actions={hasPeople && <Actions />}
    >
      {hasPeople && <Morning people={people} filter={filter} onFilter={show} />}
      {hasPeople && !isDesktop() && (
        <div class="list-tools">
          <ByName />
          <SortChoice />
        </div>
      )}
      {rows.length > 0 && <List people={rows} />}
      {rows.length === 0 && (hasPeople ? <NobodyFound name={name} filter={filter} onClear={clear} /> : <Nobody />)}
      {hasPeople && <KeysLine keys={KEYS} />}
    </Screen>
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

function List({ people }: { people: readonly DossierSummary[] }) {
  return isDesktop() ? <PortfolioTable people={people} /> : <PortfolioCards people={people} />;
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
  if (status.value.firstSync) return <Skeleton rows={6} />;
  return (
    <section class="panel">
      <Empty planks={0} title={t("portfolio.empty.title")} text={t("portfolio.empty.text")}>
        <InviteButton />
      </Empty>
    </section>
  );
}
