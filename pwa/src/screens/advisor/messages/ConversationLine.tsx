import { Avatar } from "../../../components/Avatar.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { t } from "../../../i18n/t.ts";
import type { DossierSummary } from "../../../store/summaries.ts";
import { dayInWords } from "../people/ages.ts";
import { nameOf, tellingBirthDate, tintOf } from "../people/caseload.ts";
import { dayOf, excerptOf, waitWords } from "../people/words.ts";

/** One conversation of the list. A tap opens it; the open one stays marked. */
export function ConversationLine({ person, isOpen }: { person: DossierSummary; isOpen: boolean }) {
  const id = person.youngPersonId;
  const birthDate = tellingBirthDate(person);
  const wait = waitWords(person);
  return (
    <a
      href={`/messages/${id}`}
      data-cursor={id}
      aria-current={isOpen ? "true" : undefined}
      class={person.unread > 0 ? "unread" : undefined}
    >
      <Avatar name={nameOf(person)} tint={tintOf(id)} />
      <span class="who">
        {nameOf(person)}
        {birthDate && <small>{dayInWords(birthDate)}</small>}
      </span>
      <span class="when">
        {person.last && dayOf(person.last.at)}
        {person.unread > 0 && <span class="visually-hidden">, {t("unread.count", { count: person.unread })}</span>}
      </span>
      <span class="excerpt">{excerptOf(person)}</span>
      <span class="flagged">
        {person.flagged && (
          <>
            <Icon name="flag" size="small" full />
            <span class="visually-hidden">{t("thread.flagged_hidden")}</span>
          </>
        )}
      </span>
      {wait && (
        <span class="why">
          <Icon name="reply" />
          {wait}
        </span>
      )}
    </a>
  );
}
