/** « Mes envois »: everything that leaves this device, and where it is. */

import { computed, type ReadonlySignal } from "@preact/signals";
import type { Id, Instant, Row } from "../api/types.ts";
import { readMessage } from "./base.ts";
import { clock } from "./clock.ts";
import { newId } from "./ids.ts";
import type { Intent, Quarantined, Sent } from "./intent.ts";
import { intents, person, quarantine, seenRows, sentToday } from "./memory.ts";
import { isQuiet, kindOf } from "./overlay.ts";
import { youngPersonOf } from "./records.ts";
import { keep, openedStore, showChange } from "./write.ts";

export interface Envoi {
  key: string;
  scope: number;
  /** Type of the intent ("message.send"), or record and group of a conflict ("action.title"). */
  type: string;
  state: "kept" | "sent" | "refused" | "to_review";
  at: Instant;
  sentAt?: Instant;
  /** The words a person typed, worth copying. */
  text?: string;
  /** `text` may be changed before it goes again (editRefused). */
  canEdit: boolean;
  /** Title of the action concerned. */
  title?: string;
  /** When the appointment concerned begins. */
  starts?: Instant;
  /** The record concerned: /a-relire/<recordId> when it is to review. */
  recordId: Id;
  /** The young person it is about. */
  about?: Id;
  why?: string;
  conflictId?: Id;
}

/** To review and refused first, then waiting (oldest first), then sent today (latest first). */
export const envois: ReadonlySignal<Envoi[]> = computed(() => [
  ...toReview(),
  ...quarantine.value.filter((one) => one.build === undefined).map(refused),
  ...quarantine.value.filter((one) => one.build !== undefined).map((one) => envoi(one.intent, "kept")),
  ...intents.value.filter((intent) => !isQuiet(intent) && intent.o === undefined).map((intent) => envoi(intent, "kept")),
  ...sentToday.value.filter(({ intent }) => !isQuiet(intent)).reverse().map(sent),
]);

/** How many were refused or have two versions: they wait for the person, not for the network. */
export const toChoose: ReadonlySignal<number> = computed(
  () => envois.value.filter(({ state }) => state === "refused" || state === "to_review").length,
);

function envoi(intent: Intent, state: Envoi["state"]): Envoi {
  const words = wordsIn(intent);
  return {
    key: intent.u,
    scope: intent.s,
    type: intent.type,
    state,
    at: intent.at,
    recordId: intent.id,
    about: youngPersonOf(intent.s),
    ...(words.length > 0 ? { text: words.map((field) => intent.set[field]).join("\n") } : {}),
    canEdit: state === "refused" && words.length === 1,
    ...subjectOf(kindOf(intent.type), intent),
  };
}

/** Fields in which a person types words. */
const WORDS = ["text", "title", "description", "comment", "precision", "place", "bring", "note", "usual_first_name", "phone", "email"];

function wordsIn({ set }: Intent): string[] {
  return WORDS.filter((field) => typeof set[field] === "string");
}

/** The action or the appointment concerned: as it is now, or as the intent itself would make it. */
function subjectOf(kind: string | undefined, { id, set }: Pick<Intent, "id" | "set">): Pick<Envoi, "title" | "starts"> {
  if (kind === "appointment") return subject("starts", seenRows("appointment").get(id)?.d.starts ?? set.starts);
  if (kind === "comment") return subject("title", seenRows("action").get(String(set.action))?.d.title);
  return kind === "action" ? subject("title", seenRows("action").get(id)?.d.title ?? set.title) : {};
}

function subject(part: "title" | "starts", value: unknown): Pick<Envoi, "title" | "starts"> {
  return value === undefined ? {} : { [part]: value };
}

function refused({ intent, why }: Quarantined): Envoi {
  return { ...envoi(intent, "refused"), why };
}

function sent({ intent, at }: Sent): Envoi {
  return { ...envoi(intent, "sent"), sentAt: at };
}

/** Records with open conflicts in which one of the two versions is this person's: each once, by its latest conflict. */
function toReview(): Envoi[] {
  const me = person.value?.id;
  const latest = new Map<string, Row<"conflict">>();
  for (const row of seenRows("conflict").values()) {
    const { record, state, lost, kept, at } = row.d;
    if (state !== "open" || (lost.author !== me && kept.author !== me)) continue;
    const held = latest.get(record.k + record.id);
    if (!held || held.d.at < at) latest.set(record.k + record.id, row);
  }
  return [...latest.values()].map(({ id, s, d }) => ({
    key: id,
    scope: s,
    type: `${d.record.k}.${d.group}`,
    state: "to_review" as const,
    at: d.at,
    recordId: d.record.id,
    about: youngPersonOf(s),
    conflictId: id,
    ...(WORDS.includes(d.group) && typeof d.lost.value === "string" ? { text: d.lost.value } : {}),
    canEdit: false,
    ...subjectOf(d.record.k, { id: d.record.id, set: {} }),
  }));
}

/** Send a refused thing again as it was. */
export async function retryRefused(key: string): Promise<void> {
  await sendAgain(key, {});
}

/** Send a refused thing again with other words; only for one that says `canEdit`. */
export async function editRefused(key: string, text: string): Promise<void> {
  const held = quarantine.peek().find((one) => one.intent.u === key);
  const [field] = held ? wordsIn(held.intent) : [];
  if (field) await sendAgain(key, { [field]: text });
}

/** Forget a refused thing for good. */
export async function discardRefused(key: string): Promise<void> {
  await openedStore().outbox.write(["quarantine"], "strict", (tx) => tx.objectStore("quarantine").delete(key));
  await showChange();
}

async function sendAgain(key: string, changes: Record<string, unknown>): Promise<void> {
  const held = quarantine.peek().find((one) => one.intent.u === key);
  if (!held) return;
  const { s, type, id, set } = held.intent;
  const again = CREATING.has(type) ? { id: newId(clock.now()), set: withNewIds(set) } : { id, set };
  await keep([{ s, type, id: again.id, base: await freshBase(held.intent), set: { ...again.set, ...changes } }], { replaces: key });
}

/** What is made anew takes new ids: it may have been refused because its own were taken. */
const CREATING: ReadonlySet<string> = new Set(["message.send", "action.create", "action.comment", "appointment.create", "note.write"]);

function withNewIds(set: Record<string, unknown>): Record<string, unknown> {
  if (!Array.isArray(set.participants)) return set;
  return { ...set, participants: set.participants.map((one: object) => ({ ...one, id: newId(clock.now()) })) };
}

/** The versions seen now, for the same groups: a retry is not concurrent with what has been received since. */
async function freshBase({ s, type, id, base }: Intent): Promise<Record<string, number>> {
  const kind = kindOf(type);
  const seen = kind === "message" || kind === undefined ? await readMessage(openedStore().base, s, id) : seenRows(kind).get(id);
  return Object.fromEntries(Object.entries(base).map(([group, v]) => [group, seen?.v ?? v]));
}
