import type { Contact, ContactField, Id } from "../api/types.ts";
import type { Reducer } from "../store/overlay.ts";
import { dossierScope, record } from "../store/records.ts";
import { keep } from "../store/write.ts";
import { needed, type Done } from "./done.ts";
import { wordsOrNone } from "./participants.ts";

const FIELDS = ["phone", "email", "usual_first_name"] as const satisfies ContactField[];
const NOTHING: Contact = { phone: null, email: null, usual_first_name: null, changed: {} };

export const contactSet: Reducer<"contact"> = {
  type: "contact.set",
  kind: "contact",
  apply(row, { s, id, at, set }, by) {
    const held = { ...NOTHING, ...row?.d };
    const d = { ...held, changed: { ...held.changed } };
    for (const field of FIELDS) {
      if (!(field in set)) continue;
      const words = wordsOrNone(set[field] as string | null);
      if (words === held[field]) continue;
      d[field] = words;
      d.changed[field] = { by: by.id, name: by.name, at };
    }
    return { s, k: "contact", id, v: 0, ...row, d };
  },
};

interface Gesture {
  youngPersonId: Id;
  phone?: string | null;
  email?: string | null;
  usualFirstName?: string | null;
}

/** Change how a young person is reached and called; null or nothing written clears. Only what differs is sent. */
export async function setContact({ youngPersonId, phone, email, usualFirstName }: Gesture): Promise<Done> {
  const held = record("contact", youngPersonId);
  const before = { ...NOTHING, ...held?.d };
  const wanted: Partial<Record<ContactField, string | null | undefined>> = { phone, email, usual_first_name: usualFirstName };
  const groups = FIELDS.filter((field) => wanted[field] !== undefined && wordsOrNone(wanted[field]) !== before[field]);
  if (groups.length === 0) return {};
  const base = Object.fromEntries(groups.map((group) => [group, held?.v ?? 0]));
  const set = Object.fromEntries(groups.map((group) => [group, wordsOrNone(wanted[group])]));
  await keep([{ s: needed(dossierScope(youngPersonId)), type: "contact.set", id: youngPersonId, base, set }]);
  const former = Object.fromEntries(groups.map((group) => [group === "usual_first_name" ? "usualFirstName" : group, before[group]]));
  return {
    async undo() {
      await setContact({ youngPersonId, ...former });
    },
  };
}
