import { Avatar } from "../../../components/Avatar.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { t } from "../../../i18n/t.ts";
import type { DossierSummary } from "../../../store/summaries.ts";
import { nameOf, tintOf } from "../people/caseload.ts";
import { useGrowing } from "../people/useGrowing.tsx";
import { useRows } from "../people/useRows.ts";
import { dayOf, exchangeWords, waitWords } from "../people/words.ts";
import { Flag, Underline } from "./PortfolioRow.tsx";
import { WriteLink } from "./WriteLink.tsx";

/** The caseload where a table has no room. */
export function PortfolioCards({ people }: { people: readonly DossierSummary[] }) {
  const { limit, end } = useGrowing(people.length);
  const cards = useRows(people.slice(0, limit), (person) => <Card person={person} key={person.youngPersonId} />);
  return (
    <>
      <ul class="people" aria-label={t("portfolio.caption")}>
        {cards}
      </ul>
      {end}
    </>
  );
}

function Card({ person }: { person: DossierSummary }) {
  const id = person.youngPersonId;
  const wait = waitWords(person);
  return (
    <li class="panel person">
      <a class="person-head" href={`/jeunes/${id}`} data-cursor={id}>
        <Avatar name={nameOf(person)} tint={tintOf(id)} />
        <span class="row-body">
          <span>
            <b>{nameOf(person)}</b>
            <Flag person={person} />
          </span>
          <Underline person={person} />
        </span>
        <Icon name="chevron-right" />
      </a>
      <div class="person-foot">
        {wait ? (
          <span class="state state-notice">
            <Icon name="reply" />
            {wait}
          </span>
        ) : (
          <span class="meta">
            {person.last && <span class="block">{t("portfolio.last", { day: dayOf(person.last.at) })}</span>}
            {exchangeWords(person)}
          </span>
        )}
        <WriteLink person={person} />
      </div>
    </li>
  );
}
