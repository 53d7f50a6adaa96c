import type { Answer, AnswerReason, Id } from "../api/types.ts";
import type { Reducer } from "../store/overlay.ts";
import { dossierScope, record } from "../store/records.ts";
import { keep } from "../store/write.ts";
import { needed, type Done } from "./done.ts";
import { wordsOrNone } from "./participants.ts";

export const appointmentAnswer: Reducer<"appointment"> = {
  type: "appointment.answer",
  kind: "appointment",
  apply(row, { at, set }, by) {
    if (!row || by.side !== "young_person" || row.d.cancelled !== null || at >= row.d.ends) return row;
    const { answer, reason, text } = set as { answer: Answer | null; reason?: AnswerReason; text?: string };
    const answered = answer === null ? null : at;
    return { ...row, d: { ...row.d, answer, answer_reason: reason ?? null, answer_text: text ?? null, answered } };
  },
};

interface Gesture {
  youngPersonId: Id;
  id: Id;
  /** null takes an answer back. */
  answer: Answer | null;
  reason?: AnswerReason | null;
  text?: string | null;
}

/** Say whether one will come (young people), until the appointment has ended. */
export async function answerAppointment(gesture: Gesture): Promise<Done> {
  const { youngPersonId, id, answer, reason } = gesture;
  const text = wordsOrNone(gesture.text);
  const held = record("appointment", id);
  const set = { answer, ...(reason ? { reason } : {}), ...(text ? { text } : {}) };
  await keep([{ s: needed(dossierScope(youngPersonId)), type: "appointment.answer", id, base: { answer: held?.v ?? 0 }, set }]);
  if (!held) return {};
  const { d } = held;
  return {
    async undo() {
      await answerAppointment({ youngPersonId, id, answer: d.answer, reason: d.answer_reason, text: d.answer_text });
    },
  };
}
