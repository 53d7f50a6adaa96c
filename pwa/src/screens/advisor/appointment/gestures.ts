/** What an advisor does to an appointment: kept on the device, said in a toast, taken back for a few seconds. */

import type { Attendance, Id } from "../../../api/types.ts";
import { t } from "../../../i18n/t.ts";
import { attendAppointment } from "../../../intents/attendAppointment.ts";
import { cancelAppointment, restoreAppointment } from "../../../intents/cancelAppointment.ts";
import { saying } from "../action/gestures.ts";

export function attend(youngPersonId: Id, id: Id, attendance: Attendance): Promise<void> {
  return saying(t("attend.toast", { attendance: t(`attendance.${attendance}`) }), attendAppointment({ youngPersonId, id, attendance }));
}

export function cancel(youngPersonId: Id, id: Id, everyone: boolean): Promise<void> {
  return saying(t("appointment_page.toast.cancelled"), cancelAppointment({ youngPersonId, id, everyone }));
}

export function restore(youngPersonId: Id, id: Id, everyone: boolean): Promise<void> {
  return saying(t("appointment_page.toast.restored"), restoreAppointment({ youngPersonId, id, everyone }));
}
