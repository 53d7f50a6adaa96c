import type { ComponentChildren } from "preact";
import type { IconName } from "../../../../build/icons.ts";
import type { Appointment, Row } from "../../../api/types.ts";
import { Banner } from "../../../components/Banner.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { EnvoiStateLine } from "../../../components/StateLine.tsx";
import { relativeDay } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/t.ts";
import { tick } from "../../../store/clock.ts";
import { today } from "../../../store/followup/days.ts";
import { timeZone } from "../../../store/followup/dossier.ts";
import { record } from "../../../store/records.ts";
import type { DossierSummary } from "../../../store/summaries.ts";
import { sendingOf } from "../../shared/action/sending.ts";
import { AnswerState } from "../people/AnswerState.tsx";
import { BackTo, Missing, ToReview } from "../person/Opened.tsx";
import { openPanel } from "../person/panel.ts";
import { appointmentHref } from "../person/places.ts";
import { isPhone } from "../shell/layout.ts";
import { Attend } from "./Attend.tsx";
import { cancel, restore } from "./gestures.ts";
import { companionsOf } from "./companions.ts";
import { appointmentTitle, mayAttend, whenWords, whereWords } from "./words.ts";

type Props = { person: DossierSummary; row: Row<"appointment"> };

/** One appointment: when, where, what the young person answered, who came. */
export function AppointmentPage({ person, id }: { person: DossierSummary; id: string }) {
  void tick.value;
  const row = record("appointment", id);
  if (!row || row.s !== person.scope) return <Missing youngPersonId={person.youngPersonId} part="rendez-vous" />;
  return (
    <article class="panel part stack">
      <BackTo youngPersonId={person.youngPersonId} part="rendez-vous" />
      <ToReview recordId={id} title={t("appointment_page.conflict")} />
      {row.d.cancelled !== null && <Banner tone="notice" icon="info" title={t("appointment_page.cancelled", { when: relativeDay(row.d.cancelled) })} />}
      <Head row={row} />
      <Facts row={row} />
      <Companions row={row} />
      <Words label="appointment_form.bring" text={row.d.bring} />
      <Words label="appointment_form.note" text={row.d.note} />
      <Gestures person={person} row={row} />
      <Answered person={person} row={row} />
      <Presence person={person} row={row} />
    </article>
  );
}

function Head({ row }: { row: Row<"appointment"> }) {
  const sending = sendingOf(row.id) ?? sendingOf(row.d.appointment);
  if (isPhone() && !sending) return null;
  return (
    <div class="stack-tight">
      {!isPhone() && (
        <h1 class="item-title" tabIndex={-1}>
          {appointmentTitle(row.d)}
        </h1>
      )}
      {sending && <EnvoiStateLine state={sending} />}
    </div>
  );
}

const ICONS: Record<Appointment["modality"], IconName> = { in_person: "map-pin", phone: "phone", video: "video" };

function Facts({ row: { d } }: { row: Row<"appointment"> }) {
  return (
    <ul class="fact-lines">
      <Fact icon="calendar-days">
        <b>{whenWords(d)}</b>
      </Fact>
      <Fact icon={ICONS[d.modality]}>{whereWords(d)}</Fact>
      <Fact icon="users-round">{t("appointment_page.with", { name: d.organiser.name, type: t(`appointment.type.${d.type}`) })}</Fact>
    </ul>
  );
}

function Fact({ icon, children }: { icon: IconName; children: ComponentChildren }) {
  return (
    <li>
      <Icon name={icon} size="small" />
      <span class="break">{children}</span>
    </li>
  );
}

/** The other young people of this appointment, as far as this advisor follows them; they do not see each other. */
function Companions({ row }: { row: Row<"appointment"> }) {
  const others = companionsOf(row);
  if (others.length === 0) return null;
  return (
    <div class="stack-tight">
      <h2>{t("appointment_page.companions")}</h2>
      <ul class="rows">
        {others.map(({ row: other, name, youngPersonId }) => (
          <li class="thing" key={other.id}>
            <a class="row-body plain row-title" href={appointmentHref(youngPersonId, other.id)}>
              {name}
            </a>
            {other.d.cancelled === null ? <AnswerState answer={other.d.answer} /> : <span class="state">{t("appointments.cancelled")}</span>}
          </li>
        ))}
      </ul>
      <p class="meta">{t("appointment_form.only_theirs")}</p>
    </div>
  );
}

function Words({ label, text }: { label: string; text: string | null }) {
  if (!text) return null;
  return (
    <div>
      <h2>{t(label)}</h2>
      <p class="words">{text}</p>
    </div>
  );
}

function Gestures({ person: { youngPersonId, firstName }, row }: Props) {
  const count = companionsOf(row).filter(({ row: other }) => (other.d.cancelled === null) === (row.d.cancelled === null)).length + 1;
  const everyone = count > 1;
  if (row.d.cancelled !== null) {
    return (
      <div class="line-wrap">
        <Gesture icon="undo-2" label={t("appointment_page.restore.one", { name: firstName })} onClick={() => void restore(youngPersonId, row.id, false)} />
      </div>
    );
  }
  return (
    <div class="line-wrap" role="group" aria-label={t("appointment_page.gestures")}>
      <Gesture icon="pencil" label={t("appointment_page.edit")} onClick={() => openPanel({ show: "edit_appointment", id: row.id })} />
      <Gesture icon="x" label={everyone ? t("appointment_page.cancel.one", { name: firstName }) : t("appointment_page.cancel")} onClick={() => void cancel(youngPersonId, row.id, false)} />
      {everyone && <Gesture icon="x" label={t("appointment_page.cancel.everyone", { count })} onClick={() => void cancel(youngPersonId, row.id, true)} />}
    </div>
  );
}

function Gesture({ icon, label, onClick }: { icon: IconName; label: string; onClick: () => void }) {
  return (
    <button class="button" type="button" onClick={onClick}>
      <Icon name={icon} size="small" />
      {label}
    </button>
  );
}

function Answered({ person, row: { d } }: Props) {
  const why = [d.answer_reason && t(`reason.${d.answer_reason}`), d.answered && relativeDay(d.answered)].filter(Boolean).join(", ");
  return (
    <section class="stack-tight" aria-labelledby="reponse">
      <h2 id="reponse">{t("appointment_page.answer", { name: person.firstName })}</h2>
      <p class="line-wrap">
        <AnswerState answer={d.answer} />
        {d.answer && <span class="meta">{why}</span>}
      </p>
      {d.answer_text && <p class="words quoted">{d.answer_text}</p>}
    </section>
  );
}

function Presence({ person, row }: Props) {
  if (!mayAttend(row.d, today(timeZone()), timeZone())) return null;
  return (
    <section class="stack-tight" aria-labelledby="presence">
      <h2 id="presence">{t("attend.title")}</h2>
      <Attend person={person} row={row} />
    </section>
  );
}
