/** What is held in memory as signals: every small record, the cursors, the outbox. Screens read it through records.ts. */

import { batch, computed, signal, type Signal } from "@preact/signals";
import type { Id, Kind, Me, Row } from "../api/types.ts";
import { readBase, type StoredMessage, type StoredRow, type StoredScope } from "./base.ts";
import { clock } from "./clock.ts";
import type { StoredSummary } from "./digest.ts";
import type { Intent, Quarantined, Sent } from "./intent.ts";
import type { Store } from "./open.ts";
import { readOutbox, type Unnumbered } from "./outbox.ts";
import { replay, type Author } from "./overlay.ts";
import { foresee, type ScopePage, type Stored } from "./page.ts";

/** The open databases; null when signed out. */
export const store = signal<Store | null>(null);
export const person = signal<Me | null>(null);

export const scopes = signal<ReadonlyMap<number, StoredScope>>(new Map());
export const digests = signal<ReadonlyMap<number, StoredSummary>>(new Map());
export const client = signal("");
export const intents = signal<Intent[]>([]);
/** Gestures on their way to this device's disk: shown already, and counted nowhere until they are safe. */
const coming = signal<Intent[]>([]);
export const quarantine = signal<Quarantined[]>([]);
export const sentToday = signal<Sent[]>([]);

const rows = new Map<Kind, Signal<ReadonlyMap<Id, Row>>>();

function rowsOf(kind: Kind): Signal<ReadonlyMap<Id, Row>> {
  let held = rows.get(kind);
  if (!held) rows.set(kind, (held = signal<ReadonlyMap<Id, Row>>(new Map())));
  return held;
}

/** Gestures whose effect is not in the base yet, those the server does not know yet first. */
export const pending = computed<Intent[]>(() => {
  const waiting = quarantine.value.filter((one) => one.build !== undefined).map((one) => one.intent);
  const held = scopes.value;
  const mine = client.value;
  const kept = intents.value;
  return [
    ...waiting,
    ...kept.filter(({ s, n }) => !isInBase(held.get(s), mine, n)),
    ...coming.value.filter(({ u }) => !kept.some((one) => one.u === u)),
  ];
});

function isInBase(scope: StoredScope | undefined, mine: string, n: number): boolean {
  return scope !== undefined && scope.client === mine && n <= scope.lane;
}

export const author = computed<Author>(() => {
  const me = person.value;
  return { id: me?.id ?? "", side: me?.role ?? "young_person", name: me ? `${me.first_name} ${me.last_name}` : "" };
});

const seen = new Map<Kind, Signal<ReadonlyMap<Id, Row>>>();

/** Rows of a small kind by id, overlay included. */
export function seenRows<K extends Kind>(kind: K): ReadonlyMap<Id, Row<K>> {
  let held = seen.get(kind);
  if (!held) seen.set(kind, (held = computed(() => replay(kind, rowsOf(kind).value, pending.value, author.value)) as Signal<ReadonlyMap<Id, Row>>));
  return held.value as unknown as ReadonlyMap<Id, Row<K>>;
}

/** Start of the civil day: what « sent today » means. */
function startOfDay(): number {
  return new Date(clock.now()).setHours(0, 0, 0, 0);
}

// Counts what was shown: a reading that began before is out of date and starts again.
let outboxTurn = 0;
let baseTurn = 0;

export async function loadOutbox(): Promise<void> {
  const open = store.peek();
  if (!open) return;
  const turn = (outboxTurn += 1);
  const content = await readOutbox(open.outbox, startOfDay());
  if (store.peek() !== open) return;
  if (turn !== outboxTurn) return loadOutbox();
  batch(() => {
    client.value = content.client ?? "";
    intents.value = content.intents;
    quarantine.value = content.quarantine;
    sentToday.value = content.sent;
  });
}

/** Show new intents without reading the outbox again. */
export function addIntents(kept: Intent[]): void {
  outboxTurn += 1;
  batch(() => {
    intents.value = [...without(intents.peek(), kept), ...kept];
    hideComing(kept);
  });
}

/** Show gestures before the disk has answered: a tap is answered at once, on the slowest phone too. */
export function showComing(gestures: Unnumbered[]): void {
  coming.value = [...without(coming.peek(), gestures), ...gestures.map((one) => ({ ...one, n: Infinity }))];
}

/** These gestures are kept, or could not be. */
export function hideComing(gestures: Unnumbered[]): void {
  coming.value = without(coming.peek(), gestures);
}

function without<T extends { u: string }>(list: T[], others: { u: string }[]): T[] {
  return list.filter(({ u }) => !others.some((one) => one.u === u));
}

/** Read everything but the messages; answers what only the start needs. */
export async function loadBase(): Promise<{ lastSync: number | null } | null> {
  const open = store.peek();
  if (!open) return null;
  const turn = (baseTurn += 1);
  const content = await readBase(open.base);
  if (store.peek() !== open) return null;
  if (turn !== baseTurn) return loadBase();
  batch(() => {
    const byKind = grouped(content.rows, (row) => row.k);
    for (const kind of new Set([...rows.keys(), ...byKind.keys()])) {
      rowsOf(kind).value = new Map((byKind.get(kind) ?? []).map((row) => [row.id, row]));
    }
    scopes.value = new Map(content.scopes.map((scope) => [scope.s, scope]));
    digests.value = new Map(content.summaries.map((summary) => [summary.s, summary]));
  });
  return { lastSync: content.lastSync ?? null };
}

const listeners = new Set<(news: { messages: StoredMessage[] } | "reload") => void>();

/** Hear of messages stored by this tab or another. The answer stops listening. */
export function onMessages(listener: (news: { messages: StoredMessage[] } | "reload") => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Show what a page changed. */
export async function paint(stored: Stored): Promise<void> {
  if (stored.reload || [...stored.scopes.values()].some(isOlder)) return reload();
  baseTurn += 1;
  batch(() => {
    scopes.value = new Map([...scopes.peek(), ...stored.scopes]);
    applyChange(stored);
  });
}

/**
 * Show a delta before the disk has it: how far this device has come is said only once it has. A delta the disk then
 * refuses is followed by a pull, which brings the same rows or newer ones.
 */
export function paintAhead(pages: ScopePage[]): void {
  for (const page of pages) {
    const change = foresee(page, scopes.peek().get(page.s), digests.peek().get(page.s));
    if (change) batch(() => applyChange(change));
  }
}

function applyChange(change: Pick<Stored, "rows" | "messages" | "summaries">): void {
  for (const [kind, changes] of grouped(change.rows, ([kind]) => kind as Kind)) applyRows(kind, changes);
  if (change.summaries.length > 0) digests.value = new Map([...digests.peek(), ...change.summaries.map((one) => [one.s, one] as const)]);
  if (change.messages.length > 0) listeners.forEach((listener) => listener(change));
}

/** News of another tab may be heard after this one has moved on. */
function isOlder(scope: StoredScope): boolean {
  const held = scopes.peek().get(scope.s);
  return held !== undefined && (scope.epoch < held.epoch || (scope.epoch === held.epoch && scope.version < held.version));
}

export async function reload(): Promise<void> {
  await loadBase();
  listeners.forEach((listener) => listener("reload"));
}

function applyRows(kind: Kind, changes: [string, string, StoredRow | null][]): void {
  const held = rowsOf(kind);
  const next = new Map(held.peek());
  for (const [, id, row] of changes) {
    if (row) next.set(id, row);
    else next.delete(id);
  }
  held.value = next;
}

function grouped<T, K>(list: T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

/** Forget everything in memory (sign-out). */
export function clearMemory(): void {
  batch(() => {
    store.value = null;
    person.value = null;
    for (const held of rows.values()) held.value = new Map();
    scopes.value = new Map();
    digests.value = new Map();
    intents.value = [];
    coming.value = [];
    quarantine.value = [];
    sentToday.value = [];
    client.value = "";
  });
}
