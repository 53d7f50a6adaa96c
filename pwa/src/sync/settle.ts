/**
 * What the server decided about this device's intents, kept in one transaction.
 * An intent leaves the outbox only when its fate is known and, unless refused, its effect is in the base.
 */

import type { Instant } from "../api/types.ts";
import type { Database, WriteTx } from "../store/database.ts";
import { newClientId, newId } from "../store/ids.ts";
import type { Intent, Quarantined, Why } from "../store/intent.ts";
import { append, archive, laneRange } from "../store/outbox.ts";
import { isQuiet } from "../store/overlay.ts";
import type { IntentAnswer, SliceAnswer } from "./wire.ts";

/** Under which client, when, and with which build of the server. */
export interface Context {
  /** Client that asked: numbers mean nothing under another. */
  client: string;
  now: Instant;
  build: string | null;
}

export interface Decision extends Context {
  /** What was sent. */
  intents: Intent[];
  answers: SliceAnswer[];
  /** By scope: last intent whose effect is in the base. */
  lanes: Map<number, number>;
  /** Scopes this person no longer reads: no page will come for them. */
  dropped: number[];
}

export interface Settled {
  hasChanged: boolean;
  isForked: boolean;
  mustRetry: boolean;
  /** Numbers changed, or intents came back: there is something to send again. */
  isRenumbered: boolean;
}

const STORES = ["meta", "intent", "lane", "quarantine", "sent"];

export function settle(outbox: Database, decision: Decision): Promise<Settled> {
  return outbox.write(STORES, "strict", async (tx) => {
    const settled: Settled = { hasChanged: false, isForked: false, mustRetry: false, isRenumbered: false };
    if ((await tx.objectStore("meta").get("client")) !== decision.client) return settled;
    for (const slice of decision.answers) await settleSlice(tx, slice, decision, settled);
    for (const [s, lane] of decision.lanes) await retire(tx, s, lane, decision, settled);
    for (const s of decision.dropped) await retire(tx, s, Infinity, decision, settled);
    if (decision.build !== null) await reissue(tx, decision.build, settled);
    return settled;
  });
}

async function settleSlice(tx: WriteTx, { s, r }: SliceAnswer, decision: Decision, settled: Settled): Promise<void> {
  for (const answer of r) {
    if (answer.o === "forked") settled.isForked = true;
    else if (answer.o === "retry") settled.mustRetry = true;
    const asked = decision.intents.find((one) => one.s === s && one.n === answer.n);
    const held = (await tx.objectStore("intent").get([s, answer.n])) as Intent | undefined;
    // The number may have passed to another intent since the question left.
    if (!asked || !held || held.u !== asked.u || held.o !== undefined) continue;
    if (answer.o === "gap") return renumber(tx, s, answer.expected ?? 1, settled);
    await settleOne(tx, held, answer, decision, settled);
  }
}

async function settleOne(tx: WriteTx, intent: Intent, answer: IntentAnswer, decision: Decision, settled: Settled): Promise<void> {
  const { o, why } = answer.o === "duplicate" ? (answer.was ?? { o: "applied" as const, why: undefined }) : answer;
  if (o === "applied" || o === "merged" || o === "noop") {
    await tx.objectStore("intent").put({ ...intent, o }, [intent.s, intent.n]);
    settled.hasChanged = true;
  } else if (o === "rejected") {
    await setAside(tx, intent, why ?? "failed", decision);
    settled.hasChanged = true;
  }
}

/** Take a refused intent out of its lane, words kept. Nobody is told about a reading mark. */
async function setAside(tx: WriteTx, intent: Intent, why: Why, { now, build, client }: Context): Promise<void> {
  await tx.objectStore("intent").delete([intent.s, intent.n]);
  if (isQuiet(intent)) return archive(tx, { ...intent, o: "rejected" }, now, client);
  const waits = why === "unknown_type" ? { build: build ?? "" } : {};
  await tx.objectStore("quarantine").put({ intent, why, at: now, ...waits } satisfies Quarantined, intent.u);
}

/** Set aside one intent that the server cannot even read. */
export function quarantine(outbox: Database, intent: Intent, why: Why, context: Context): Promise<void> {
  return outbox.write(STORES, "strict", async (tx) => {
    const held = (await tx.objectStore("intent").get([intent.s, intent.n])) as Intent | undefined;
    if (held?.u === intent.u) await setAside(tx, held, why, context);
  });
}

async function retire(tx: WriteTx, s: number, lane: number, { now, client }: Context, settled: Settled): Promise<void> {
  const store = tx.objectStore("intent");
  for (const intent of (await store.getAll(laneRange(s))) as Intent[]) {
    if (intent.n > lane || intent.o === undefined) continue;
    await archive(tx, intent, now, client);
    await store.delete([s, intent.n]);
    settled.hasChanged = true;
  }
}

/** The server expects another number: what it has not recorded, or has lost, takes numbers from there. */
async function renumber(tx: WriteTx, s: number, expected: number, settled: Settled): Promise<void> {
  const store = tx.objectStore("intent");
  const held = (await store.getAll(laneRange(s))) as Intent[];
  const moving = held.filter((intent) => intent.o === undefined || intent.n >= expected);
  await Promise.all(moving.map((intent) => store.delete([s, intent.n])));
  await Promise.all(moving.map(({ o: _lost, ...intent }, index) => store.put({ ...intent, n: expected + index }, [s, expected + index])));
  await tx.objectStore("lane").put({ next: expected + moving.length }, s);
  settled.hasChanged = settled.isRenumbered = true;
}

/** This identifier is also another device's, or another person's: take a new one and number every lane from 1. */
export function fork(outbox: Database, client: string, now: Instant): Promise<void> {
  return outbox.write(STORES, "strict", async (tx) => {
    const meta = tx.objectStore("meta");
    if ((await meta.get("client")) !== client) return; // Another tab has done it.
    const store = tx.objectStore("intent");
    const held = (await store.getAll()) as Intent[];
    await Promise.all([meta.put(newClientId(), "client"), store.clear(), tx.objectStore("lane").clear()]);
    for (const { n: _old, ...intent } of held) {
      if (intent.o === undefined) await append(tx, intent);
      else await archive(tx, { ...intent, n: _old }, now, client);
    }
  });
}

/** The server has changed: what it did not know may now be known. */
async function reissue(tx: WriteTx, build: string, settled: Settled): Promise<void> {
  const store = tx.objectStore("quarantine");
  for (const { intent, build: refusedBy } of (await store.getAll()) as Quarantined[]) {
    if (refusedBy === undefined || refusedBy === build) continue;
    const { n: _old, ...again } = intent;
    await append(tx, { ...again, u: newId(intent.at) });
    await store.delete(intent.u);
    settled.hasChanged = settled.isRenumbered = true;
  }
}
