import { Avatar } from "../../../components/Avatar.tsx";
import { Planks } from "../../../components/Bridge.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { capital } from "../../../i18n/civil.ts";
import { t } from "../../../i18n/t.ts";
import type { PortfolioRow as Line } from "../../../store/followup/portfolio.ts";
import { nameOf, tintOf } from "../people/caseload.ts";
import { exchangeWords, momentOf } from "../people/words.ts";
import { shownAppointment } from "./appointment.ts";
import { Attending } from "./Attending.tsx";
import { Flag, Underline } from "./Named.tsx";
import { appointmentMoment, hoursWords, waitingFrom } from "./words.ts";
import { WriteLink } from "./WriteLink.tsx";

/** One young person, in facts. */
export function PortfolioRow({ person }: { person: Line }) {
  const id = person.youngPersonId;
  return (
    <tr>
      <th scope="row">
        <span class="line">
          <Avatar name={nameOf(person)} tint={tintOf(id)} size="small" />
          <span class="who-cell">
            <a class="name" href={`/jeunes/${id}`} data-cursor={id}>
              {nameOf(person)}
            </a>
            <Flag person={person} />
            <Underline person={person} />
          </span>
        </span>
      </th>
      <td>
        <Exchange person={person} />
      </td>
      <td>
        <Appointment person={person} />
      </td>
      <td>
        <ToResume count={person.toResume} />
      </td>
      <td>
        <Hours person={person} />
      </td>
      <td class="end">
        <WriteLink person={person} />
      </td>
    </tr>
  );
}

function Exchange({ person }: { person: Line }) {
  return (
    <>
      {person.last && <time dateTime={new Date(person.last.at).toISOString()}>{momentOf(person.last.at)}</time>}
      {person.waitingSince === null ? <small>{exchangeWords(person)}</small> : <Waits person={person} />}
    </>
  );
}

function Waits({ person }: { person: Line }) {
  return (
    <span class="waits">
      <span class="state state-notice">
        <Icon name="reply" />
        {exchangeWords(person)}
      </span>{" "}
      <small>{waitingFrom(person)}</small>
    </span>
  );
}

function Appointment({ person }: { person: Line }) {
  const shown = shownAppointment(person);
  if (!shown) return <span class="quiet">{t("portfolio.no_appointment")}</span>;
  return (
    <>
      <time dateTime={new Date(shown.row.d.starts).toISOString()}>{capital(appointmentMoment(shown.row.d.starts))}</time>
      <Attending {...shown} />
    </>
  );
}

function ToResume({ count }: { count: number }) {
  if (count === 0) return <span class="quiet">–</span>;
  return (
    <span class="no-break">
      <b>{count}</b> {t("portfolio.resume", { count })}
    </span>
  );
}

function Hours({ person: { hours, toValidate } }: { person: Line }) {
  return (
    <span class="hours-cell">
      {hours && <Planks {...hours} />}
      {toValidate > 0 && <span class="chip chip-notice">{t("portfolio.to_validate", { count: toValidate })}</span>}
      <small>{hours ? hoursWords(hours) : t("portfolio.hours.none")}</small>
    </span>
  );
}
