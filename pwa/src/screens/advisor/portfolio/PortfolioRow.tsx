import { Avatar } from "../../../components/Avatar.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { t } from "../../../i18n/t.ts";
import type { DossierSummary } from "../../../store/summaries.ts";
import { dayInWords } from "../people/ages.ts";
import { nameOf, tellingBirthDate, tintOf } from "../people/caseload.ts";
import { excerptOf, exchangeWords, momentOf, waitOf } from "../people/words.ts";
import { WriteLink } from "./WriteLink.tsx";

export function PortfolioRow({ person }: { person: DossierSummary }) {
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
        {person.last ? (
          <time dateTime={new Date(person.last.at).toISOString()}>{momentOf(person.last.at)}</time>
        ) : (
          <span class="quiet">–</span>
        )}
        <State person={person} />
      </td>
      <td>{waitOf(person) ?? <span class="quiet">–</span>}</td>
      <td>
        <span class={person.unread > 0 ? "excerpt-cell excerpt-unread" : "excerpt-cell"}>
          {person.last && excerptOf(person)}
          {person.unread > 0 && <span class="visually-hidden">, {t("unread.count", { count: person.unread })}</span>}
        </span>
      </td>
      <td class="end">
        <WriteLink person={person} />
      </td>
    </tr>
  );
}

/** Under the name: the scheme, and what tells homonyms apart. */
export function Underline({ person }: { person: DossierSummary }) {
  const birthDate = tellingBirthDate(person);
  return (
    <small>
      {person.scheme}
      {birthDate && t("person.born_after", { day: dayInWords(birthDate) })}
    </small>
  );
}

/** Beside the name of a conversation I follow. */
export function Flag({ person }: { person: DossierSummary }) {
  if (!person.flagged) return null;
  return (
    <>
      <Icon name="flag" size="small" full class="flagged" />
      <span class="visually-hidden">{t("thread.flagged_hidden")}</span>
    </>
  );
}

function State({ person }: { person: DossierSummary }) {
  if (person.waitingSince === null) return <small>{exchangeWords(person)}</small>;
  return (
    <span class="state state-notice">
      <Icon name="reply" />
      {exchangeWords(person)}
    </span>
  );
}
