import type { Row } from "../../../api/types.ts";
import { Icon } from "../../../components/Icon.tsx";
import { EnvoiStateLine } from "../../../components/StateLine.tsx";
import { clock } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/t.ts";
import { clock as time } from "../../../store/clock.ts";
import { today } from "../../../store/followup/days.ts";
import { timeZone } from "../../../store/followup/timeZone.ts";
import type { WeekItem } from "../../../store/followup/week.ts";
import { familyOf, nameOfFamily } from "../../shared/action/families.ts";
import { isWaiting } from "../../shared/action/sending.ts";
import { DoneTick, Tick } from "../action/Tick.tsx";
import { hoursCount } from "../mine.ts";
import { aboutAction, aboutAppointment } from "./itemWords.ts";
import { isCancelled } from "./weekWords.ts";
import { firstNameOf } from "../../shared/names.ts";

/** What a day holds, in order. */
export function Items({ items }: { items: WeekItem[] }) {
  return (
    <ul class="card card-rows rows">
      {items.map((item) => (
        <li class="row-item" key={item.row.id} data-state={isCancelled(item) ? "cancelled" : undefined}>
          {item.kind === "action" ? <ActionItem row={item.row} /> : <AppointmentItem row={item.row} />}
        </li>
      ))}
    </ul>
  );
}

function ActionItem({ row }: { row: Row<"action"> }) {
  const { icon, tint } = familyOf(row.d.category);
  const around = { today: today(timeZone()), counts: hoursCount(), family: nameOfFamily(row.d.category) };
  const isOver = row.d.status === "cancelled";
  return (
    <>
      <a class="row" href={`/suivi/actions/${row.id}`}>
        <span class="glyph" data-tint={tint}>
          <Icon name={icon} />
        </span>
        <span class="row-body">
          <span class="row-title">{row.d.title}</span>
          <span class="meta">{aboutAction(row.d, around)}</span>
          {isWaiting(row.id) && <EnvoiStateLine state="kept" />}
        </span>
        {isOver && <Icon name="chevron-right" />}
      </a>
      {!isOver && <Tick row={row} />}
    </>
  );
}

function AppointmentItem({ row }: { row: Row<"appointment"> }) {
  const { type, starts, attendance } = row.d;
  const isGroup = type === "workshop" || type === "group_information";
  return (
    <a class="row" href={`/suivi/rendez-vous/${row.id}`}>
      <span class="glyph" data-tint={isGroup ? 3 : 2}>
        <Icon name={isGroup ? "presentation" : "users-round"} />
      </span>
      <span class="row-body">
        <span class="row-title">{titleOf(row.d)}</span>
        <span class="meta">{aboutAppointment(row.d, clock(starts), time.now())}</span>
        {isWaiting(row.id) && <EnvoiStateLine state="kept" />}
      </span>
      {attendance === "present" ? <DoneTick label={t("suivi.appointment.done")} /> : <Icon name="chevron-right" />}
    </a>
  );
}

/** « Rendez-vous avec Nadia », « Atelier : Réussir un entretien » */
function titleOf({ type, precision, organiser }: Row<"appointment">["d"]): string {
  const name = firstNameOf(organiser.name);
  if (type === "interview") return t("suivi.appointment.with", { name });
  if (type === "other" && precision) return precision;
  const kind = t(`appointment.type.${type}`);
  return precision ? t("suivi.appointment.precise", { kind, precision }) : kind;
}
