/** « Mes envois »: everything that leaves this device, and where it is. */

import { computed, type ReadonlySignal } from "@preact/signals";
import type { Id, Instant } from "../api/types.ts";
import { readMessage } from "./base.ts";
import { clock } from "./clock.ts";
import { newId } from "./ids.ts";
import type { Intent, Quarantined, Sent } from "./intent.ts";
import { intents, person, quarantine, seenRows, sentToday } from "./memory.ts";
import { isQuiet } from "./overlay.ts";
import { youngPersonOf } from "./records.ts";
import { keep, openedStore, showChange } from "./write.ts";

export interface Envoi {
  key: string;
  scope: number;
  /** Type of the intent, "message.send" for instance. */
  type: string;
  state: "kept" | "sent" | "refused" | "to_review";
  at: Instant;
  sentAt?: Instant;
  text?: string;
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

function envoi(intent: Intent, state: Envoi["state"]): Envoi {
  const { text } = intent.set;
  return {
    key: intent.u,
    scope: intent.s,
    type: intent.type,
    state,
    at: intent.at,
    about: youngPersonOf(intent.s),
    ...(typeof text === "string" ? { text } : {}),
  };
}

function refused({ intent, why }: Quarantined): Envoi {
  return { ...envoi(intent, "refused"), why };
}

function sent({ intent, at }: Sent): Envoi {
  return { ...envoi(intent, "sent"), sentAt: at };
}

/** Open conflicts in which one of the two versions is this person's. */
function toReview(): Envoi[] {
  const me = person.value?.id;
  return [...seenRows("conflict").values()]
    .filter(({ d }) => d.state === "open" && (d.lost.author === me || d.kept.author === me))
    .map(({ id, s, d }) => ({
      key: id,
      scope: s,
      type: `${d.record.k}.${d.group}`,
      state: "to_review" as const,
      at: d.at,
      about: youngPersonOf(s),
      conflictId: id,
      ...(typeof d.lost.value === "string" ? { text: d.lost.value } : {}),
    }));
}

/** Send a refused thing again as it was. */
export async function retryRefused(key: string): Promise<void> {
  await sendAgain(key, {});
}

/** Send a refused message again with other words. */
export async function editRefused(key: string, text: string): Promise<void> {
  await sendAgain(key, { text });
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
  // A new message takes a new id: the refused one may have been refused because its id was taken.
  const target = type === "message.send" ? newId(clock.now()) : id;
  await keep([{ s, type, id: target, base: await freshBase(held.intent), set: { ...set, ...changes } }], { replaces: key });
}

/** The versions seen now, for the same groups: a retry is not concurrent with what has been received since. */
async function freshBase({ s, id, base }: Intent): Promise<Record<string, number>> {
  const seen = (await readMessage(openedStore().base, s, id))?.v;
  return Object.fromEntries(Object.entries(base).map(([group, v]) => [group, seen ?? v]));
}
