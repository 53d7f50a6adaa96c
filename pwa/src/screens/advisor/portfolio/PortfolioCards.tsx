import { Avatar } from "../../../components/Avatar.tsx";
import { Planks } from "../../../components/Bridge.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { t } from "../../../i18n/t.ts";
import { contactOf } from "../../../store/followup/dossier.ts";
import type { PortfolioRow } from "../../../store/followup/portfolio.ts";
import { nameOf, tintOf } from "../people/caseload.ts";
import { useGrowing } from "../people/useGrowing.tsx";
import { useRows } from "../people/useRows.ts";
import { exchangeWords } from "../people/words.ts";
import { shownAppointment } from "./appointment.ts";
import { Attending } from "./Attending.tsx";
import { Flag, Underline } from "./Named.tsx";
import { appointmentMoment, dialled, hoursWords, lastDay, waitingFrom } from "./words.ts";
import { WriteLink } from "./WriteLink.tsx";

/** Two screens of a phone. */
const CARDS_AT_ONCE = 20;

/** The caseload where a table has no room; another `order` begins again at its first card. */
export function PortfolioCards({ people, order }: { people: readonly PortfolioRow[]; order: unknown }) {
  const { limit, end } = useGrowing(people.length, CARDS_AT_ONCE, order);
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

function Card({ person }: { person: PortfolioRow }) {
  const id = person.youngPersonId;
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
          {person.last && <small>{t("portfolio.last", { day: lastDay(person.last.at) })}</small>}
        </span>
        <Icon name="chevron-right" />
      </a>
      <Facts person={person} />
      <div class="button-pair">
        <WriteLink person={person} />
        <CallLink person={person} />
      </div>
    </li>
  );
}

function Facts({ person }: { person: PortfolioRow }) {
  const { toResume, toValidate } = person;
  const shown = shownAppointment(person);
  return (
    <ul class="person-facts">
      <Exchange person={person} />
      {shown && (
        <li>
          {t("portfolio.appointment", { moment: appointmentMoment(shown.row.d.starts) })} <Attending {...shown} />
        </li>
      )}
      {toResume > 0 && <li>{t("portfolio.resume.whole", { count: toResume })}</li>}
      {toValidate > 0 && <li>{t("portfolio.to_validate.whole", { count: toValidate })}</li>}
      <Hours hours={person.hours} />
    </ul>
  );
}

function Exchange({ person }: { person: PortfolioRow }) {
  if (person.waitingSince === null) return <li>{exchangeWords(person)}</li>;
  return (
    <li>
      <span class="state state-notice">
        <Icon name="reply" />
        {exchangeWords(person)}
      </span>{" "}
      <small>{waitingFrom(person)}</small>
    </li>
  );
}

function Hours({ hours }: { hours: PortfolioRow["hours"] }) {
  if (!hours) return null;
  return (
    <li>
      {hoursWords(hours)} <Planks {...hours} />
    </li>
  );
}

function CallLink({ person }: { person: PortfolioRow }) {
  const phone = contactOf(person.youngPersonId)?.d.phone;
  if (!phone) return null;
  return (
    <a class="button" href={dialled(phone)} aria-label={t("portfolio.call.name", { name: nameOf(person) })}>
      <Icon name="phone" size="small" />
      {t("portfolio.call")}
    </a>
  );
}
