import type { Attendance, Id } from "../api/types.ts";
import type { Reducer } from "../store/overlay.ts";
import { dossierScope, record } from "../store/records.ts";
import { keep } from "../store/write.ts";
import { needed, type Done } from "./done.ts";

export const appointmentAttend: Reducer<"appointment"> = {
  type: "appointment.attend",
  kind: "appointment",
  apply(row, { set }, by) {
    if (!row || by.side !== "advisor" || row.d.cancelled !== null) return row;
    return { ...row, d: { ...row.d, attendance: set.attendance as Attendance } };
  },
};

/** Say whether a young person came (advisors), from the day of the appointment on; may be corrected. */
export async function attendAppointment(gesture: { youngPersonId: Id; id: Id; attendance: Attendance }): Promise<Done> {
  const { youngPersonId, id, attendance } = gesture;
  const held = record("appointment", id);
  if (held?.d.attendance === attendance) return {};
  await keep([{ s: needed(dossierScope(youngPersonId)), type: "appointment.attend", id, base: { attendance: held?.v ?? 0 }, set: { attendance } }]);
  if (!held) return {};
  return {
    async undo() {
      await attendAppointment({ youngPersonId, id, attendance: held.d.attendance });
    },
  };
}
