import type { ComponentChildren } from "preact";
import type { IconName } from "../../../../build/icons.ts";
import type { Row } from "../../../api/types.ts";
import { Icon } from "../../../components/Icon.tsx";
import { EnvoiStateLine } from "../../../components/StateLine.tsx";
import { civilDay, longDate, longDay } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/t.ts";
import { clock } from "../../../store/clock.ts";
import type { DossierSummary } from "../../../store/summaries.ts";
import { isWaiting } from "../../shared/action/sending.ts";
import { nameOfFamily } from "../../shared/action/families.ts";
import { firstNameOf } from "../../shared/names.ts";
import { appointmentName } from "../../shared/appointment/name.ts";
import { ValidateButton } from "../action/ValidateButton.tsx";
import { isToValidate } from "../action/sections.ts";
import { Attend, AttendanceState } from "../appointment/Attend.tsx";
import { isToFill, whereWords } from "../appointment/words.ts";
import { dayOf } from "../people/words.ts";
import { Byline } from "./Byline.tsx";
import { actionHref, appointmentHref, hrefOf } from "./places.ts";
import type { TimelineEntry } from "./timeline.ts";

type Of<Kind> = Extract<TimelineEntry, { kind: Kind }>;
type Props<Kind> = { person: DossierSummary; entry: Of<Kind> };

/** One moment of the fil: when, what, and what can be done about it. */
export function FilRow({ person, entry }: { person: DossierSummary; entry: TimelineEntry }) {
  if (entry.kind === "message") return <MessageRow person={person} entry={entry} />;
  if (entry.kind === "action") return <ActionRow person={person} entry={entry} />;
  return entry.kind === "note" ? <NoteRow person={person} entry={entry} /> : <AppointmentRow person={person} entry={entry} />;
}

interface LineProps {
  entry: TimelineEntry;
  icon: IconName;
  tint: number;
  children: ComponentChildren;
  /** On the right: a state or one gesture. */
  end?: ComponentChildren;
}

function Line({ entry: { at, isTimed }, icon, tint, children, end }: LineProps) {
  const isWholeDay = !isTimed && civilDay(at) === civilDay(clock.now());
  return (
    <li>
      <time dateTime={new Date(at).toISOString()} title={longDate(at)}>
        {isWholeDay ? t("fil.today") : dayOf(at)}
      </time>
      <span class="glyph" data-tint={tint}>
        <Icon name={icon} />
      </span>
      <div class="timeline-words">{children}</div>
      {end}
    </li>
  );
}

function MessageRow({ person, entry }: Props<"message">) {
  const { last, count } = entry;
  const isWaitedFor = person.waitingSince !== null && last.at >= person.waitingSince && person.last?.at === last.at;
  const end = isWaitedFor && (
    <span class="state state-notice">
      <Icon name="reply" />
      {t("exchange.waits")}
    </span>
  );
  return (
    <Line entry={entry} icon="message-circle" tint={1} end={end}>
      <a class="plain row-title" href={`/messages/${person.youngPersonId}`}>
        {t(messageKey(entry), { name: last.side === "advisor" ? firstNameOf(last.name) : person.firstName, count })}
      </a>
      <p class="meta two-lines">{last.text === null ? t("exchange.deleted") : t("fil.quote", { text: last.text.replace(/\s+/g, " ") })}</p>
    </Line>
  );
}

function messageKey({ last, count, isOneSided }: Of<"message">): string {
  if (count > 1) return isOneSided && last.side === "young_person" ? "fil.messages.from" : "fil.messages";
  if (last.side === "young_person") return "fil.message";
  return last.mine ? "fil.message.mine" : "fil.message.colleague";
}

function ActionRow({ person, entry }: Props<"action">) {
  const { row, what } = entry;
  return (
    <Line entry={entry} icon={what === "created" ? "list-checks" : "circle-check"} tint={1} end={<ActionEnd person={person} entry={entry} />}>
      <a class="plain row-title" href={actionHref(person.youngPersonId, row.id)}>
        {t(`fil.action.${what}`, { title: row.d.title })}
      </a>
      <p class="meta">{actionMeta(person, entry)}</p>
      {what !== "validated" && isWaiting(row.id) && <EnvoiStateLine state="kept" />}
    </Line>
  );
}

function actionMeta(person: DossierSummary, { row: { d }, what }: Of<"action">): string {
  if (what === "created") return t(`fil.action.by.${d.creator.side}`, { name: firstNameOf(d.creator.name), family: nameOfFamily(d.category) });
  if (what === "done" || !d.qualification) return nameOfFamily(d.category);
  const key = person.scheme === "PACEA" ? "fil.action.validated_by.plain" : "fil.action.validated_by";
  return t(key, { hours: d.qualification.hours, name: firstNameOf(d.qualification.name) });
}

function ActionEnd({ person, entry: { row, what } }: Props<"action">) {
  if (what === "done" && isToValidate(row)) return <ValidateButton row={row} counts={person.scheme !== "PACEA"} />;
  if (what !== "validated") return null;
  return (
    <span class="state state-good">
      <Icon name="check" />
      {t("fil.validated")}
    </span>
  );
}

function AppointmentRow({ person, entry }: Props<"appointment">) {
  const { row, what } = entry;
  const isGroup = row.d.type === "workshop" || row.d.type === "group_information";
  return (
    <Line entry={entry} icon={isGroup ? "presentation" : "calendar-days"} tint={isGroup ? 3 : 2} end={what === "held" && <AttendanceState attendance={row.d.attendance} />}>
      <a class="plain row-title" href={appointmentHref(person.youngPersonId, row.id)}>
        {appointmentTitle(person, row, what)}
      </a>
      <p class="meta">{appointmentMeta(row, what)}</p>
      {what === "held" && (isWaiting(row.id) || isWaiting(row.d.appointment)) && <EnvoiStateLine state="kept" />}
      {what === "held" && isToFill(row.d) && <Attend person={person} row={row} />}
    </Line>
  );
}

function appointmentTitle({ firstName }: DossierSummary, { d }: Row<"appointment">, what: Of<"appointment">["what"]): string {
  if (what === "held") return appointmentName(d);
  if (what === "cancelled") return t("fil.appointment.cancelled", { name: appointmentName(d) });
  return t(`fil.appointment.${d.answer ?? "coming"}`, { name: firstName });
}

function appointmentMeta({ d }: Row<"appointment">, what: Of<"appointment">["what"]): string {
  if (what === "held") return whereWords(d);
  if (what === "cancelled") return longDay(d.starts);
  return [t("fil.appointment.about", { day: longDay(d.starts).toLowerCase() }), d.answer_reason && t(`reason.${d.answer_reason}`)].filter(Boolean).join(", ");
}

function NoteRow({ person, entry }: Props<"note">) {
  const end = (
    <span class="chip chip-notice">
      <Icon name="lock" />
      {t("fil.private")}
    </span>
  );
  return (
    <Line entry={entry} icon="sticky-note" tint={2} end={end}>
      <a class="plain row-title" href={hrefOf(person.youngPersonId, "notes")}>
        {t("fil.note")}
      </a>
      <Byline note={entry.row} />
      <p class="two-lines break">{entry.row.d.text}</p>
    </Line>
  );
}
