import { useMemo } from "preact/hooks";
import { Avatar } from "../../../components/Avatar.tsx";
import { Planks } from "../../../components/Bridge.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { capital } from "../../../i18n/civil.ts";
import { clock, dateParts } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/t.ts";
import { mondayOf, today } from "../../../store/followup/days.ts";
import { actionsOf, appointmentsOf, contactOf, timeZone } from "../../../store/followup/dossier.ts";
import { GOAL, weekHours } from "../../../store/followup/hours.ts";
import { nextAppointment } from "../../../store/followup/week.ts";
import { record } from "../../../store/records.ts";
import type { DossierSummary } from "../../../store/summaries.ts";
import { ageOn, dayInWords } from "../people/ages.ts";
import { nameOf, tintOf } from "../people/caseload.ts";
import { isDesktop, isPhone } from "../shell/layout.ts";
import { lastWeeks } from "./bars.ts";
import { openPanel } from "./panel.ts";
import { appointmentHref, hrefOf } from "./places.ts";
import { Weeks } from "./Weeks.tsx";
import { AnswerState } from "../people/AnswerState.tsx";

const WEEKS_SHOWN = 8;

/** Who this is, what comes next, hours: the head of every part of the page. `isItem`: something of theirs is open, which has the page's name. */
export function Header({ person, isItem }: { person: DossierSummary; isItem: boolean }) {
  const id = person.youngPersonId;
  const usual = contactOf(id)?.d.usual_first_name;
  return (
    <section class="panel stack fiche" aria-label={t("person.identity")}>
      <div class="fiche-head">
        <Avatar name={nameOf(person)} tint={tintOf(id)} size="large" />
        <div class="fiche-name">
          <p class="line-wrap fiche-title">
            <Name person={person} isItem={isItem} />
            <span class="chip chip-brand">{person.scheme}</span>
          </p>
          <p class="meta">{inBrief(person)}</p>
          {usual && <p class="meta">{t("fiche.usual", { name: usual })}</p>}
        </div>
        <Gestures person={person} />
      </div>
      <Facts person={person} />
    </section>
  );
}

function Name({ person, isItem }: { person: DossierSummary; isItem: boolean }) {
  if (isPhone()) return null;
  if (!isItem) return <h1 tabIndex={-1}>{nameOf(person)}</h1>;
  return (
    <a class="plain fiche-link" href={hrefOf(person.youngPersonId, "fil")}>
      {nameOf(person)}
    </a>
  );
}

function Gestures({ person }: { person: DossierSummary }) {
  const phone = contactOf(person.youngPersonId)?.d.phone;
  return (
    <div class="fiche-gestures">
      {phone && (
        <a class="icon-button icon-button-edge" href={`tel:${phone.replace(/[^\d+]/g, "")}`} aria-label={t("fiche.call", { name: person.firstName })}>
          <Icon name="phone" />
        </a>
      )}
      {!isDesktop() && (
        <a class="button" href={`/messages/${person.youngPersonId}`}>
          <Icon name="message-circle" size="small" />
          {t("portfolio.write")}
        </a>
      )}
      <button class="button" type="button" onClick={() => openPanel({ show: "new_appointment" })}>
        <Icon name="calendar-plus" size="small" />
        {t("fiche.appointment")}
      </button>
      <button class="button button-primary" type="button" onClick={() => openPanel({ show: "new_action" })}>
        <Icon name="plus" size="small" />
        {t("fiche.action")}
      </button>
    </div>
  );
}

/** « 19 ans, Saint-Aubin » */
function inBrief({ youngPersonId, birthDate }: DossierSummary): string {
  const dossier = record("young_person", youngPersonId)?.d;
  const age = birthDate && t("person.age", { count: ageOn(today(timeZone()), birthDate) });
  return [age, dossier?.site ?? dossier?.structure].filter(Boolean).join(", ");
}

function Facts({ person }: { person: DossierSummary }) {
  const endsOn = record("young_person", person.youngPersonId)?.d.ends_on;
  return (
    <dl class="facts-grid">
      {endsOn && (
        <div>
          <dt>{t("fiche.ends", { scheme: person.scheme })}</dt>
          <dd>{dayInWords(endsOn)}</dd>
        </div>
      )}
      <Next youngPersonId={person.youngPersonId} />
      <Hours person={person} />
    </dl>
  );
}

/** « Jeu. 26 nov., 14 h 00 »: the day and the hour hold on one line. */
function shortDate(at: number): string {
  const { weekday, day, month } = dateParts(at);
  return t("fiche.next.when", { weekday: capital(weekday.slice(0, 3)), day, month, time: clock(at) });
}

function Next({ youngPersonId }: { youngPersonId: string }) {
  const next = nextAppointment(youngPersonId);
  return (
    <div>
      <dt>{t("fiche.next")}</dt>
      {next ? (
        <>
          <dd>
            <a class="plain" href={appointmentHref(youngPersonId, next.id)}>
              {shortDate(next.d.starts)}
            </a>
          </dd>
          <dd class="light">
            <AnswerState answer={next.d.answer} />
          </dd>
        </>
      ) : (
        <dd class="light">{t("fiche.next.none")}</dd>
      )}
    </div>
  );
}

function Hours({ person: { youngPersonId, scheme } }: { person: DossierSummary }) {
  const [actions, appointments] = [actionsOf(youngPersonId), appointmentsOf(youngPersonId)];
  const [zone, day] = [timeZone(), today(timeZone())];
  const weeks = useMemo(() => lastWeeks({ actions, appointments, today: day, timeZone: zone }, WEEKS_SHOWN), [actions, appointments, day, zone]);
  const hours = useMemo(() => weekHours(actions, appointments, mondayOf(day), zone), [actions, appointments, day, zone]);
  if (scheme === "PACEA") {
    return (
      <div>
        <dt>{t("fiche.hours")}</dt>
        <dd class="light">{t("fiche.hours.not_counted")}</dd>
      </div>
    );
  }
  return (
    <>
      <div>
        <dt>{t("fiche.hours.week")}</dt>
        <dd>
          <Planks {...hours} />
        </dd>
        <dd class="light">{t("fiche.hours.words", { total: hours.validated + hours.declared, goal: GOAL, validated: hours.validated })}</dd>
      </div>
      <div>
        <dt>{t("fiche.hours.weeks", { count: WEEKS_SHOWN })}</dt>
        <dd>
          <Weeks weeks={weeks} today={day} />
        </dd>
      </div>
    </>
  );
}
