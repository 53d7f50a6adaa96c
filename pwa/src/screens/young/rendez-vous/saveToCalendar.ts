import type { Row } from "../../../api/types.ts";
import { t } from "../../../i18n/t.ts";
import { clock } from "../../../store/clock.ts";
import { calendarFile } from "./calendar.ts";
import { appointmentName } from "../../shared/appointment/name.ts";

/** Hand the phone a calendar file; its agenda opens it. */
export function saveToCalendar({ id, d }: Row<"appointment">): void {
  const text = [appointmentName(d), d.bring && t("appointment.bring.line", { what: d.bring }), d.note].filter(Boolean).join("\n");
  const file = calendarFile(
    {
      id, sequence: d.sequence, starts: d.starts, ends: d.ends, made: clock.now(), isCancelled: d.cancelled !== null,
      title: t("appointment.calendar.title", { name: d.organiser.name }), place: d.place, text,
    },
    location.hostname,
  );
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([file], { type: "text/calendar;charset=utf-8" }));
  link.download = "rendez-vous.ics";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
