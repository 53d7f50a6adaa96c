import "../../../i18n/words.ts";
import { useRoute } from "preact-iso";
import { useState } from "preact/hooks";
import type { Row } from "../../../api/types.ts";
import { Avatar } from "../../../components/Avatar.tsx";
import { Banner } from "../../../components/Banner.tsx";
import { DateBlock } from "../../../components/DateBlock.tsx";
import { Empty } from "../../../components/Empty.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { Skeleton } from "../../../components/Skeleton.tsx";
import { Title } from "../../../components/Title.tsx";
import { Topbar } from "../../../components/Topbar.tsx";
import { clock as hourOf, longDate, longDay } from "../../../i18n/dates.ts";
import appointments from "../../../i18n/fr/appointments.json";
import { registerStrings, t } from "../../../i18n/t.ts";
import { clock, tick } from "../../../store/clock.ts";
import { record } from "../../../store/records.ts";
import { status } from "../../../store/status.ts";
import { Answer } from "./Answer.tsx";
import { appointmentName } from "../../shared/appointment/name.ts";
import { CannotCome } from "./CannotCome.tsx";
import { saveToCalendar } from "./saveToCalendar.ts";
import { Where } from "./Where.tsx";
import { firstNameOf } from "../../shared/names.ts";

registerStrings(appointments);

/** One appointment: when, with whom, where, what to bring, and « Je viens ». */
export default function AppointmentScreen() {
  const row = record("appointment", useRoute().params.id ?? "");
  return (
    <>
      <Title>{row ? t("appointment.title.on", { day: longDay(row.d.starts) }) : t("appointment.title")}</Title>
      <Topbar title={t("appointment.title")} back="/suivi" />
      {row ? <Known row={row} key={row.id} /> : <Unknown />}
    </>
  );
}

function Unknown() {
  return (
    <main id="contenu" tabIndex={-1}>
      {status.value.firstSync ? (
        <Skeleton rows={3} />
      ) : (
        <Empty planks={0} title={t("appointment.unknown")} text={t("appointment.unknown.text")}>
          <a class="button" href="/suivi">
            {t("appointment.unknown.back")}
          </a>
        </Empty>
      )}
    </main>
  );
}

function Known({ row }: { row: Row<"appointment"> }) {
  void tick.value;
  const canAnswer = row.d.cancelled === null && row.d.ends > clock.now();
  return (
    <>
      <main id="contenu" tabIndex={-1}>
        {row.d.cancelled !== null && <Banner tone="notice" icon="info" title={t("appointment.cancelled")} />}
        <When row={row} />
        <Where row={row} />
        <Bring text={row.d.bring} />
        <Words row={row} />
        <button class="button button-wide button-start" type="button" onClick={() => saveToCalendar(row)}>
          <Icon name="calendar-plus" />
          {t("appointment.calendar")}
        </button>
      </main>
      {canAnswer && <Reply row={row} />}
    </>
  );
}

function Reply({ row }: { row: Row<"appointment"> }) {
  const [refusing, setRefusing] = useState(false);
  return (
    <section class="actionbar" aria-label={t("appointment.answer")}>
      {row.d.answer === null && <p class="meta center">{t("appointment.coming")}</p>}
      <Answer row={row} onRefuse={() => setRefusing(true)} />
      <CannotCome row={row} open={refusing} onClose={() => setRefusing(false)} />
    </section>
  );
}

function When({ row: { d } }: { row: Row<"appointment"> }) {
  return (
    <section class="card stack" aria-labelledby="quand">
      <div class="appointment-line">
        <DateBlock at={d.starts} />
        <div class="appointment-words">
          <h2 class="appointment-hour" id="quand">
            <span class="visually-hidden">{longDate(d.starts)}</span>
            <span aria-hidden="true">{hourOf(d.starts)}</span>
          </h2>
          <p>{t("appointment.until", { hour: hourOf(d.ends) })}</p>
        </div>
      </div>
      <div class="person-line">
        <Avatar name={d.organiser.name} />
        <p>
          {t("appointment.with")} <b>{d.organiser.name}</b>
          <span class="meta block" dir="auto">
            {appointmentName(d)}
          </span>
        </p>
      </div>
      <Attended d={d} />
    </section>
  );
}

/** What came of it, once the advisor has noted it. */
function Attended({ d }: { d: Row<"appointment">["d"] }) {
  if (d.attendance === "unknown") return null;
  return (
    <p class="state">
      <Icon name={d.attendance === "present" ? "circle-check" : "info"} />
      {t(`attended.${d.attendance}`)}
    </p>
  );
}

/** One thing a line, as the advisor wrote it. */
function Bring({ text }: { text: string | null }) {
  const things = (text ?? "").split(/\n/).map((line) => line.trim()).filter(Boolean);
  if (things.length === 0) return null;
  return (
    <section class="card" aria-labelledby="apporter">
      <h2 id="apporter">{t("appointment.bring")}</h2>
      <ul class="rows">
        {things.map((thing, index) => (
          <li class="row" key={index}>
            <Icon name="check" />
            <span class="row-body" dir="auto">
              {thing}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Words({ row: { d } }: { row: Row<"appointment"> }) {
  if (!d.note && !d.answer_text) return null;
  return (
    <section class="card stack-tight">
      {d.note && (
        <>
          <h2>{t("appointment.note", { name: firstNameOf(d.organiser.name) })}</h2>
          <p class="words" dir="auto">
            {d.note}
          </p>
        </>
      )}
      {d.answer_text && (
        <p class="words" dir="auto">
          {t("appointment.your_words", { text: d.answer_text })}
        </p>
      )}
    </section>
  );
}
