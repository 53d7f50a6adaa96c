/** What the advisor's screens say of an appointment. */

import type { Appointment } from "../../../api/types.ts";
import { capital } from "../../../i18n/civil.ts";
import { clock, duration, longDay } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/t.ts";
import { clock as now } from "../../../store/clock.ts";
import { localDay } from "../../../store/followup/days.ts";
import { appointmentName } from "../../shared/appointment/name.ts";

/** « Atelier, jeudi 26 novembre » */
export function appointmentTitle(d: Appointment): string {
  return t("appointment_page.title", { name: appointmentName(d), day: longDay(d.starts).toLowerCase() });
}

/** « Jeudi 26 novembre, 14 h 00 à 14 h 45 » */
export function whenWords({ starts, ends }: Appointment): string {
  return t("appointments.when", { day: capital(longDay(starts)), from: clock(starts), to: clock(ends) });
}

/** « Sur place, Bureau 2, 45 min » */
export function whereWords({ modality, place, starts, ends }: Appointment): string {
  return [t(`modality.${modality}`), place, duration(ends - starts)].filter(Boolean).join(", ");
}

/** « Atelier, sur place, Salle B, 3 h 00 » */
export function whatWords(d: Appointment): string {
  const where = whereWords(d);
  return `${appointmentName(d)}, ${where.charAt(0).toLowerCase()}${where.slice(1)}`;
}

/** Whether presence may be noted: from the day of the appointment on. */
export function mayAttend({ cancelled, starts }: Appointment, today: string, timeZone: string): boolean {
  return cancelled === null && localDay(starts, timeZone) <= today;
}

/** Begun, not cancelled, and nobody has said who came. */
export function isToFill({ cancelled, starts, attendance }: Appointment): boolean {
  return cancelled === null && attendance === "unknown" && starts <= now.now();
}
