import type { Id } from "../api/types.ts";
import type { NewIntent } from "../store/intent.ts";
import { seenRows } from "../store/memory.ts";
import type { Reducer } from "../store/overlay.ts";
import { dossierScope, record } from "../store/records.ts";
import { keep } from "../store/write.ts";
import { needed, type Done } from "./done.ts";
import { rowsOfAppointment, throughWhom } from "./participants.ts";

type Apply = Reducer<"appointment">["apply"];

const cancel: Apply = (row, { at }) => {
  if (!row || row.d.cancelled !== null) return row;
  return { ...row, d: { ...row.d, cancelled: at, sequence: row.d.sequence + 1 } };
};

const restore: Apply = (row) => {
  if (!row || row.d.cancelled === null) return row;
  return { ...row, d: { ...row.d, cancelled: null, sequence: row.d.sequence + 1 } };
};

/** To one participant or, when the intent says everyone, to those in the same case: standing, or cancelled together. */
function asSaid(apply: Apply): Pick<Reducer<"appointment">, "apply" | "spread"> {
  return {
    apply,
    spread(rows, intent, by) {
      const one = rows.get(intent.id);
      const concerned = intent.set.everyone ? rowsOfAppointment(rows, intent.id) : one ? [one] : [];
      const isRestored = intent.type === "appointment.restore";
      return concerned.flatMap((row) => (isRestored && row.d.cancelled !== one?.d.cancelled ? [] : (apply(row, intent, by) ?? [])));
    },
  };
}

export const appointmentCancel: Reducer<"appointment"> = { type: "appointment.cancel", kind: "appointment", ...asSaid(cancel) };
export const appointmentRestore: Reducer<"appointment"> = { type: "appointment.restore", kind: "appointment", ...asSaid(restore) };

interface Gesture {
  youngPersonId: Id;
  /** The participant's row. */
  id: Id;
  everyone: boolean;
}

/** Cancel an appointment for one young person or for everyone (advisors); undoing brings back those it cancelled. */
export async function cancelAppointment({ youngPersonId, id, everyone }: Gesture): Promise<Done> {
  const s = needed(dossierScope(youngPersonId));
  const wasStanding = record("appointment", id)?.d.cancelled === null;
  const others = everyone ? rowsOfAppointment(seenRows("appointment"), id).filter(({ d }) => d.cancelled === null) : [];
  const through = everyone ? throughWhom(id, youngPersonId) : { s, id };
  await keep([saying("cancel", through.s, through.id, everyone)]);
  return {
    async undo() {
      // Those cancelled together come back together; whoever had been cancelled before stays so.
      await keep(wasStanding ? [saying("restore", s, id, everyone)] : others.map((row) => saying("restore", row.s, row.id, false)));
    },
  };
}

/** Bring a cancelled appointment back. */
export async function restoreAppointment({ youngPersonId, id, everyone }: Gesture): Promise<Done> {
  await keep([saying("restore", needed(dossierScope(youngPersonId)), id, everyone)]);
  return {
    async undo() {
      await cancelAppointment({ youngPersonId, id, everyone });
    },
  };
}

function saying(what: "cancel" | "restore", s: number, id: Id, everyone: boolean): NewIntent {
  return { s, type: `appointment.${what}`, id, base: { cancelled: record("appointment", id)?.v ?? 0 }, set: { everyone } };
}
