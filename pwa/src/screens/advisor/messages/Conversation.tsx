import { Avatar } from "../../../components/Avatar.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { t } from "../../../i18n/t.ts";
import type { DossierSummary } from "../../../store/summaries.ts";
import { ThreadPane } from "../../shared/thread/ThreadPane.tsx";
import { nameOf, tintOf } from "../people/caseload.ts";
import { waitWords } from "../people/words.ts";
import { markHandled, toggleFlag } from "./gestures.ts";
import { useWantedComposer } from "./reply.ts";

export interface ConversationProps {
  person: DossierSummary;
  /** « person » names whom it is with, « dock » stands beside their page; on a phone the page says it. */
  head?: "person" | "dock";
}

/** One open thread with its gestures. */
export function Conversation({ person, head }: ConversationProps) {
  const id = person.youngPersonId;
  useWantedComposer(id);
  return (
    <>
      {head && (
        <div class="dock-head">
          {head === "person" ? <PersonHead person={person} /> : <h2>{t("menu.messages")}</h2>}
          <span class="push" />
          {person.waitingSince !== null && <Handle person={person} />}
          <ConversationTools person={person} away={head === "dock" ? "messages" : "person"} />
        </div>
      )}
      <ThreadPane key={id} youngPersonId={id} view="advisor" />
    </>
  );
}

function PersonHead({ person }: { person: DossierSummary }) {
  const id = person.youngPersonId;
  return (
    <>
      <Avatar name={nameOf(person)} tint={tintOf(id)} size="small" />
      <h2 class="one-line">
        <a class="plain" href={`/jeunes/${id}`}>
          {nameOf(person)}
        </a>
      </h2>
    </>
  );
}

/** Under the name on a phone: since when the person waits, and « Traitée ». */
export function WaitStrip({ person }: { person: DossierSummary }) {
  const wait = waitWords(person);
  if (!wait) return null;
  return (
    <div class="wait-strip">
      <span class="state state-notice">
        <Icon name="reply" />
        {wait}
      </span>
      <Handle person={person} />
    </div>
  );
}

function Handle({ person }: { person: DossierSummary }) {
  return (
    <button class="button" type="button" onClick={() => void markHandled(person.youngPersonId)}>
      <Icon name="check" size="small" />
      {t("thread.handle")}
    </button>
  );
}

export interface ConversationToolsProps {
  person: DossierSummary;
  /** Where the last tool leads: the person's page, or their conversation among the others. */
  away: "person" | "messages";
}

/** « Suivre cette conversation », and the way to the other page. */
export function ConversationTools({ person, away }: ConversationToolsProps) {
  const id = person.youngPersonId;
  return (
    <>
      <button
        class="icon-button"
        type="button"
        aria-label={t("thread.follow")}
        aria-pressed={person.flagged}
        onClick={() => void toggleFlag(id)}
      >
        <Icon name="flag" full={person.flagged} class={person.flagged ? "flagged" : undefined} />
      </button>
      {away === "person" ? (
        <a class="icon-button" href={`/jeunes/${id}`} aria-label={t("thread.person", { name: nameOf(person) })}>
          <Icon name="user-round" />
        </a>
      ) : (
        <a class="icon-button" href={`/messages/${id}`} aria-label={t("thread.messages")}>
          <Icon name="maximize-2" />
        </a>
      )}
    </>
  );
}
