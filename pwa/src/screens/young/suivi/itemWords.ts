/** What a row says under its title. Pure. */

import type { Action, Appointment, CivilDay } from "../../../api/types.ts";
import { nearDay } from "../../../i18n/civil.ts";
import { t } from "../../../i18n/t.ts";
import { addDays } from "../../../store/followup/days.ts";
import { worthOf } from "../../shared/action/words.ts";

export interface Around {
  today: CivilDay;
  /** Whether hours are counted for this person. */
  counts: boolean;
  /** Name of the action's family. */
  family: string;
}

/** « Emploi, compte 3 h », with « En cours » or « À reprendre » before it. */
export function aboutAction(action: Action, around: Around): string {
  const worth = worthOf(action, around);
  if (action.status === "cancelled") return t("suivi.action.cancelled", { family: around.family });
  if (action.status === "done") return worth;
  if (action.due < around.today) return t("suivi.action.to_resume", { worth });
  return action.status === "in_progress" ? t("suivi.action.in_progress", { worth }) : worth;
}

/** « C’était prévu vendredi. Toujours utile ? » */
export function lateQuestion(due: CivilDay, today: CivilDay): string {
  return t("suivi.late.question", { day: plannedDay(due, today) });
}

/** « hier », « vendredi » within the week, « le vendredi 13 novembre » before. */
function plannedDay(due: CivilDay, today: CivilDay): string {
  const near = nearDay(due, today);
  if (due >= addDays(today, -1)) return near;
  return due > addDays(today, -7) ? near.split(" ")[0]! : t("suivi.late.on", { day: near });
}

/** « 14 h 00, bureau 4 », or what became of it: « Annulé », « 9 h 00, vous étiez là ». */
export function aboutAppointment(appointment: Appointment, clock: string, now: number): string {
  if (appointment.cancelled !== null || appointment.attendance === "cancelled_by_service") return t("suivi.appointment.cancelled", { clock });
  if (appointment.attendance === "present") return t("suivi.appointment.present", { clock });
  if (appointment.attendance !== "unknown") return t("suivi.appointment.absent", { clock });
  if (appointment.ends > now && appointment.answer) return t(`suivi.appointment.${appointment.answer}`, { clock });
  const where = placeOf(appointment);
  return where ? t("suivi.appointment.where", { clock, where }) : clock;
}

function placeOf({ modality, place }: Appointment): string {
  if (modality === "phone") return t("suivi.appointment.phone");
  return modality === "video" ? t("suivi.appointment.video") : (place ?? "");
}
