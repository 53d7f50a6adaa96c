/** Actions and appointments as the server sends them, for tests. */

import type { Action, Appointment, Conflict, Note } from "../../api/types.ts";
import { KARIM } from "../../sync/desk.fake.ts";

export function actionOf(part: Partial<Action> = {}): Action {
  return {
    title: "Refaire mon CV", description: null, category: "EMPLOI", due: "2026-11-27", status: "not_started", done_on: null,
    creator: { id: KARIM, side: "young_person", name: "Karim Haddad" }, created: 1, qualification: null, deleted: null, history: [], ...part,
  };
}

export function appointmentOf(part: Partial<Appointment> = {}): Appointment {
  return {
    appointment: "r1", type: "interview", precision: null, starts: Date.parse("2026-11-26T13:00:00Z"), ends: Date.parse("2026-11-26T14:00:00Z"),
    modality: "in_person", place: "Bureau 2", bring: null, note: null, organiser: { id: "nadia", name: "Nadia Benali" }, cancelled: null,
    answer: null, answer_reason: null, answer_text: null, answered: null, attendance: "unknown", sequence: 0, ...part,
  };
}

export function noteOf(part: Partial<Note> = {}): Note {
  return { text: "À rappeler", author: "nadia", name: "Nadia Benali", at: 1, edited: null, deleted: null, ...part };
}

/** Two versions of one group: [author, value] shown, then lost. */
export function conflictOf(k: string, id: string, group: string, kept: [string, unknown], lost: [string, unknown], at = 1): Conflict {
  const version = ([author, value]: [string, unknown]) => ({ author, name: author, value, at });
  return { record: { k, id }, group, kept: version(kept), lost: version(lost), state: "open", at };
}
