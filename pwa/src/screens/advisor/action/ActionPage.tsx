import { useLocation } from "preact-iso";
import type { ActionStatus, Row } from "../../../api/types.ts";
import type { IconName } from "../../../../build/icons.ts";
import { leaveByCode } from "../../../a11y/navigation.ts";
import { Banner } from "../../../components/Banner.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { EnvoiStateLine } from "../../../components/StateLine.tsx";
import { relativeDay } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/t.ts";
import { mayDelete } from "../../../store/followup/dossier.ts";
import { record } from "../../../store/records.ts";
import { me } from "../../../store/session.ts";
import type { DossierSummary } from "../../../store/summaries.ts";
import { Exchanges } from "../../shared/action/Exchanges.tsx";
import { nameOfFamily } from "../../shared/action/families.ts";
import { History } from "../../shared/action/History.tsx";
import { sendingOf } from "../../shared/action/sending.ts";
import { authorWords, worthOf } from "../../shared/action/words.ts";
import { BackTo, Missing, ToReview } from "../person/Opened.tsx";
import { openPanel } from "../person/panel.ts";
import { actionHref, hrefOf } from "../person/places.ts";
import { isPhone } from "../shell/layout.ts";
import { dayWords } from "./ActionRow.tsx";
import { duplicate, erase, setStatus } from "./gestures.ts";
import { isToValidate } from "./sections.ts";
import { ValidateButton } from "./ValidateButton.tsx";

type Props = { person: DossierSummary; row: Row<"action"> };

/** One action: what it is, what was said about it, what can be done. */
export function ActionPage({ person, id }: { person: DossierSummary; id: string }) {
  const row = record("action", id);
  if (!row || row.s !== person.scope || row.d.deleted !== null) return <Missing youngPersonId={person.youngPersonId} part="actions" />;
  return (
    <article class="panel stack">
      <BackTo youngPersonId={person.youngPersonId} part="actions" />
      <ToReview recordId={id} title={t("action_page.conflict")} />
      <Head row={row} />
      <Facts person={person} row={row} />
      {row.d.description && <p class="words quoted">{row.d.description}</p>}
      <Validation person={person} row={row} />
      <Gestures person={person} row={row} />
      <Exchanges row={row} />
      <History action={row.d} />
    </article>
  );
}

const CHIPS: Record<ActionStatus, { icon: IconName; tone: string }> = {
  not_started: { icon: "circle-dashed", tone: "chip-brand" },
  in_progress: { icon: "hourglass", tone: "chip-info" },
  done: { icon: "check", tone: "chip-good" },
  cancelled: { icon: "x", tone: "" },
};

function Head({ row }: { row: Row<"action"> }) {
  const { icon, tone } = CHIPS[row.d.status];
  const sending = sendingOf(row.id);
  return (
    <div class="stack-tight">
      {!isPhone() && (
        <h1 class="item-title" tabIndex={-1}>
          {row.d.title}
        </h1>
      )}
      <p class="line-wrap">
        <span class={`chip ${tone}`}>
          <Icon name={icon} />
          {t(`action.status.${row.d.status}`)}
        </span>
        {sending && <EnvoiStateLine state={sending} />}
      </p>
    </div>
  );
}

function Facts({ person, row }: Props) {
  const { category, creator, created } = row.d;
  return (
    <ul class="fact-lines">
      <li>
        <Icon name="calendar-days" size="small" />
        <b>{dayWords(row)}</b>
      </li>
      <li>
        <Icon name="clock" size="small" />
        {worthOf(row.d, { counts: person.scheme !== "PACEA", family: nameOfFamily(category) })}
      </li>
      <li>
        <Icon name="pen-line" size="small" />
        {authorWords(creator, relativeDay(created), me.value?.id)}
      </li>
    </ul>
  );
}

function Validation({ person, row }: Props) {
  const { qualification } = row.d;
  if (!qualification) return null;
  const { hours, name, at, comment } = qualification;
  const key = person.scheme === "PACEA" ? "action_page.validated.plain" : "action_page.validated";
  return (
    <Banner tone="good" title={t(key, { count: hours, name, when: relativeDay(at) })}>
      {comment}
    </Banner>
  );
}

/** What can be done; a validated action is only copied. */
function Gestures({ person, row }: Props) {
  const { route } = useLocation();
  const id = person.youngPersonId;
  const { status, qualification } = row.d;
  const isOpen = status === "not_started" || status === "in_progress";
  const to = (next: ActionStatus) => () => void setStatus(id, row, next);
  const goTo = (href: string) => {
    leaveByCode();
    route(href);
  };
  return (
    <div class="line-wrap" role="group" aria-label={t("action_page.gestures")}>
      {isToValidate(row) && <ValidateButton row={row} counts={person.scheme !== "PACEA"} isPrimary />}
      {!qualification && (
        <>
          {isOpen && <Gesture icon="check" label="action_page.done" onClick={to("done")} />}
          {status === "not_started" && <Gesture icon="hourglass" label="action_page.start" onClick={to("in_progress")} />}
          {!isOpen && <Gesture icon="undo-2" label="action_page.reopen" onClick={to("not_started")} />}
          <Gesture icon="pencil" label="action_page.edit" onClick={() => openPanel({ show: "edit_action", id: row.id })} />
          {isOpen && <Gesture icon="x" label="action_page.cancel" onClick={to("cancelled")} />}
        </>
      )}
      <Gesture icon="copy" label="action_page.copy" onClick={() => void duplicate(id, row).then((copy) => goTo(actionHref(id, copy)))} />
      {mayDelete(row) && (
        <Gesture icon="trash-2" label="action_page.delete" isDanger onClick={() => void erase(id, row).then(() => goTo(hrefOf(id, "actions")))} />
      )}
    </div>
  );
}

function Gesture({ icon, label, isDanger = false, onClick }: { icon: IconName; label: string; isDanger?: boolean; onClick: () => void }) {
  return (
    <button class={isDanger ? "button button-danger" : "button"} type="button" onClick={onClick}>
      <Icon name={icon} size="small" />
      {t(label)}
    </button>
  );
}
