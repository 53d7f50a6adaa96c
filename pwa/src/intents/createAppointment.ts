import type { Appointment, AppointmentType, Id, Instant, Modality, Row } from "../api/types.ts";
import { clock } from "../store/clock.ts";
import { newId } from "../store/ids.ts";
import type { Intent } from "../store/intent.ts";
import type { Author, Reducer } from "../store/overlay.ts";
import { dossierScope } from "../store/records.ts";
import { keep } from "../store/write.ts";
import { cancelAppointment } from "./cancelAppointment.ts";
import { needed, type Done } from "./done.ts";
import { wordsOrNone } from "./participants.ts";

interface Participant {
  id: Id;
  young_person: Id;
  /** Scope of their dossier. */
  s: number;
}

export const appointmentCreate: Reducer<"appointment"> = {
  type: "appointment.create",
  kind: "appointment",
  // The intent bears the id that participants share: there is no row under it.
  apply: (row) => row,
  spread(rows, intent, by) {
    const { participants } = intent.set as unknown as { participants: Participant[] };
    const d = documentOf(intent, by);
    return participants.filter(({ id }) => !rows.has(id)).map(({ id, s }): Row<"appointment"> => ({ s, k: "appointment", id, v: 0, d }));
  },
};

function documentOf({ id, set }: Intent, by: Author): Appointment {
  const { type, precision, starts, ends, modality, place, bring, note } = set as unknown as Appointment;
  return {
    appointment: id, type: type ?? "interview", precision: precision ?? null,
    starts, ends, modality, place: place ?? null, bring: bring ?? null, note: note ?? null,
    organiser: { id: by.id, name: by.name }, cancelled: null,
    answer: null, answer_reason: null, answer_text: null, answered: null, attendance: "unknown", sequence: 0,
  };
}

export interface NewAppointment {
  /** At least one; all followed by the advisor. */
  youngPersonIds: Id[];
  type: AppointmentType;
  precision?: string | null;
  starts: Instant;
  ends: Instant;
  modality: Modality;
  place?: string | null;
  bring?: string | null;
  note?: string | null;
  /** Key of the draft to forget in the same transaction. */
  draft?: string;
}

/** Give an appointment to one or several young people (advisors); `id` is shared by all. Undoing cancels it for everyone. */
export async function createAppointment(gesture: NewAppointment): Promise<Done & { id: Id; participantIds: Id[] }> {
  const { youngPersonIds, type, starts, ends, modality, draft } = gesture;
  const now = clock.now();
  const participants = [...new Set(youngPersonIds)].map((young_person): Participant => ({ id: newId(now), young_person, s: needed(dossierScope(young_person)) }));
  const id = newId(now);
  const set = { participants, type, starts, ends, modality, ...given(gesture) };
  await keep([{ s: needed(participants[0]?.s), type: "appointment.create", id, set }], { draft });
  return {
    id,
    participantIds: participants.map((one) => one.id),
    async undo() {
      await cancelAppointment({ youngPersonId: youngPersonIds[0]!, id: participants[0]!.id, everyone: true });
    },
  };
}

/** Optional words, those that were written. */
function given(gesture: NewAppointment): Partial<Record<"precision" | "place" | "bring" | "note", string>> {
  const fields = ["precision", "place", "bring", "note"] as const;
  return Object.fromEntries(fields.map((field) => [field, wordsOrNone(gesture[field])]).filter(([, words]) => words !== null));
}
