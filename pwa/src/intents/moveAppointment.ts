import type { Id, Instant, Modality } from "../api/types.ts";
import type { Reducer } from "../store/overlay.ts";
import { record } from "../store/records.ts";
import { keep } from "../store/write.ts";
import type { Done } from "./done.ts";
import { throughWhom, toEveryone, wordsOrNone, type Place } from "./participants.ts";

const FIELDS = ["starts", "ends", "modality", "place"] as const;

export const appointmentMove: Reducer<"appointment"> = {
  type: "appointment.move",
  kind: "appointment",
  ...toEveryone(
    ({ d }, { set }) => d.cancelled === null && FIELDS.some((field) => d[field] !== set[field]),
    // Answers were about another time: they go, and the words written with them stay.
    (d, { set }) => ({ ...d, ...(set as unknown as Place), ...UNANSWERED, sequence: d.sequence + 1 }),
  ),
};

const UNANSWERED = { answer: null, answer_reason: null, answered: null };

export interface Move {
  youngPersonId: Id;
  id: Id;
  starts: Instant;
  ends: Instant;
  modality: Modality;
  place: string | null;
}

/** Change when and where an appointment is, for all its participants (advisors). Their answers go. */
export async function moveAppointment(gesture: Move): Promise<Done> {
  const { youngPersonId, id, starts, ends, modality } = gesture;
  const held = record("appointment", id);
  const set: Place = { starts, ends, modality, place: wordsOrNone(gesture.place) };
  if (held && FIELDS.every((field) => held.d[field] === set[field])) return {};
  await keep([{ ...throughWhom(id, youngPersonId), type: "appointment.move", base: { when_where: held?.v ?? 0 }, set: { ...set } }]);
  if (!held) return {};
  const { d } = held;
  return {
    async undo() {
      await moveAppointment({ youngPersonId, id, starts: d.starts, ends: d.ends, modality: d.modality, place: d.place });
    },
  };
}
