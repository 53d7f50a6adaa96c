import type { AppointmentType, Id } from "../api/types.ts";
import type { Reducer } from "../store/overlay.ts";
import { record } from "../store/records.ts";
import { keep } from "../store/write.ts";
import type { Done } from "./done.ts";
import { throughWhom, toEveryone, wordsOrNone, type Details } from "./participants.ts";

const FIELDS = ["type", "precision", "bring", "note"] as const;

export const appointmentEdit: Reducer<"appointment"> = {
  type: "appointment.edit",
  kind: "appointment",
  ...toEveryone(
    ({ d }, { set }) => d.cancelled === null && FIELDS.some((field) => d[field] !== set[field]),
    (d, { set }) => ({ ...d, ...(set as unknown as Details) }),
  ),
};

export interface AppointmentEdit {
  youngPersonId: Id;
  id: Id;
  type: AppointmentType;
  precision: string | null;
  bring: string | null;
  note: string | null;
}

/** Change what an appointment is about, for all its participants (advisors). */
export async function editAppointment(gesture: AppointmentEdit): Promise<Done> {
  const { youngPersonId, id, type } = gesture;
  const held = record("appointment", id);
  const set: Details = { type, precision: wordsOrNone(gesture.precision), bring: wordsOrNone(gesture.bring), note: wordsOrNone(gesture.note) };
  if (held && FIELDS.every((field) => held.d[field] === set[field])) return {};
  await keep([{ ...throughWhom(id, youngPersonId), type: "appointment.edit", base: { details: held?.v ?? 0 }, set: { ...set } }]);
  if (!held) return {};
  const { d } = held;
  return {
    async undo() {
      await editAppointment({ youngPersonId, id, type: d.type, precision: d.precision, bring: d.bring, note: d.note });
    },
  };
}
