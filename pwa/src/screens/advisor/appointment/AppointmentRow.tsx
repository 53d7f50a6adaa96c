import type { Row } from "../../../api/types.ts";
import { Icon } from "../../../components/Icon.tsx";
import { EnvoiStateLine } from "../../../components/StateLine.tsx";
import { t } from "../../../i18n/t.ts";
import { clock } from "../../../store/clock.ts";
import type { DossierSummary } from "../../../store/summaries.ts";
import { isWaiting } from "../../shared/action/sending.ts";
import { AnswerState } from "../people/AnswerState.tsx";
import { appointmentHref } from "../person/places.ts";
import { Attend, AttendanceState } from "./Attend.tsx";
import { isToFill, whatWords, whenWords } from "./words.ts";

/** One appointment of a list: its hour opens it; who came is noted from here. */
export function AppointmentRow({ person, row }: { person: DossierSummary; row: Row<"appointment"> }) {
  const { d } = row;
  return (
    <li class="thing" data-state={d.cancelled === null ? undefined : "cancelled"}>
      <span class="glyph" data-tint={d.type === "workshop" || d.type === "group_information" ? 3 : 2}>
        <Icon name={d.type === "workshop" || d.type === "group_information" ? "presentation" : "calendar-days"} />
      </span>
      <div class="row-body">
        <a class="row-title plain" href={appointmentHref(person.youngPersonId, row.id)}>
          {whenWords(d)}
        </a>
        <span class="meta">{whatWords(d)}</span>
        {(isWaiting(row.id) || isWaiting(d.appointment)) && <EnvoiStateLine state="kept" />}
        {isToFill(d) && <Attend person={person} row={row} />}
      </div>
      <Outcome row={row} />
    </li>
  );
}

function Outcome({ row: { d } }: { row: Row<"appointment"> }) {
  if (d.cancelled !== null) return <span class="state">{t("appointments.cancelled")}</span>;
  if (d.attendance !== "unknown") return <AttendanceState attendance={d.attendance} />;
  return d.ends > clock.now() ? <AnswerState answer={d.answer} /> : <span class="state">{t("attendance.unknown")}</span>;
}
