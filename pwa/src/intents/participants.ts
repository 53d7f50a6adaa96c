/** One appointment has a row for each of its participants: what is said of it is said to all of them. */

import type { Appointment, Id, Row } from "../api/types.ts";
import type { Intent } from "../store/intent.ts";
import { pending } from "../store/memory.ts";
import type { Reducer } from "../store/overlay.ts";
import { dossierScope } from "../store/records.ts";
import { needed } from "./done.ts";

type Rows = ReadonlyMap<Id, Row<"appointment">>;

/** Every row of the appointment one participant has; none when this device does not hold it. */
export function rowsOfAppointment(rows: Rows, participant: Id): Row<"appointment">[] {
  const held = rows.get(participant);
  if (!held) return [];
  return [...rows.values()].filter(({ d }) => d.appointment === held.d.appointment);
}

type Reading = Pick<Reducer<"appointment">, "apply" | "spread">;

/** Write what all participants share, through one of them: `mayWrite` is asked of that one only, all follow. */
export function toEveryone(mayWrite: (row: Row<"appointment">, intent: Intent) => boolean, write: (d: Appointment, intent: Intent) => Appointment): Reading {
  const written = (row: Row<"appointment">, intent: Intent) => ({ ...row, d: write(row.d, intent) });
  return {
    apply: (row, intent) => (row && mayWrite(row, intent) ? written(row, intent) : row),
    spread(rows, intent) {
      const held = rows.get(intent.id);
      return held && mayWrite(held, intent) ? rowsOfAppointment(rows, intent.id).map((row) => written(row, intent)) : [];
    },
  };
}

/**
 * Where a gesture about all participants is sent: through this one or, while the appointment is still waiting here, in
 * the lane of its creation and through its first participant, so that it never arrives before it.
 */
export function throughWhom(participant: Id, youngPersonId: Id): { s: number; id: Id } {
  for (const { type, s, set } of pending.peek()) {
    if (type !== "appointment.create") continue;
    const list = set.participants as { id: Id }[];
    const first = list[0];
    if (first && list.some(({ id }) => id === participant)) return { s, id: first.id };
  }
  return { s: needed(dossierScope(youngPersonId)), id: participant };
}

export type Place = Pick<Appointment, "starts" | "ends" | "modality" | "place">;
export type Details = Pick<Appointment, "type" | "precision" | "bring" | "note">;

/** Words a person typed, null when there are none. */
export function wordsOrNone(typed: string | null | undefined): string | null {
  return typed?.trim() || null;
}
