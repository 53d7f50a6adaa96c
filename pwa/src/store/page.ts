/**
 * Storing what the server sent: one transaction for rows, deletions, cursor, lane and summaries of a page.
 * An answer that comes late, or about a scope that has moved on, can never take anything back.
 */

import type { Instant, Kind, Kinds } from "../api/types.ts";
import { seqOf, storeOf, type StoredMessage, type StoredRow, type StoredScope } from "./base.ts";
import type { Database, WriteTx } from "./database.ts";
import { addMessages, emptySummary, type StoredSummary } from "./digest.ts";
import { extendSummary, rebuildSummary } from "./summarising.ts";

export interface PageRow {
  k: string;
  id: string;
  v: number;
  d: unknown;
}

/** One scope as sent by a pull, or by a delta of the live channel (then without `lane`). */
export interface ScopePage {
  s: number;
  epoch: number;
  from: number;
  to: number;
  lane?: number;
  rows: PageRow[];
  del: [kind: string, id: string, v: number][];
  part?: boolean;
}

export interface Page {
  scopes: ScopePage[];
  drop?: { s: number; why: string }[];
  /** Who asked: `lane` numbers mean nothing for another client. */
  client?: string;
  /** Incarnation of the server's data when asking, and when it answered. */
  inc?: { asked: string | null; given: string };
  /** When set, everything there was to receive has been received: the time of this synchronisation. */
  completeAt?: Instant;
  /** A delta: taken only if it continues exactly what is held. */
  exact?: boolean;
}

export interface Stored {
  /** Scopes whose rows, cursor or lane changed. */
  scopes: Map<number, StoredScope>;
  /** Rows of small kinds to paint; `null` is a deletion. */
  rows: [kind: string, id: string, row: StoredRow | null][];
  messages: StoredMessage[];
  summaries: StoredSummary[];
  dropped: number[];
  /** So much changed that what is in memory must be read again. */
  reload: boolean;
  /** Scopes refused because something is missing before them: pull. */
  behind: number[];
  /** The answer belongs to data that no longer exists: nothing of it was stored. */
  stale: boolean;
  /** The server was restored from a backup: every cursor is void. */
  isReborn: boolean;
}

const STORES = ["row", "message", "scope", "summary", "meta"];

export function applyPage(base: Database, page: Page): Promise<Stored> {
  return base.write(STORES, "relaxed", async (tx) => {
    const stored: Stored = { scopes: new Map(), rows: [], messages: [], summaries: [], dropped: [], reload: false, behind: [], stale: false, isReborn: false };
    if (!(await enterIncarnation(tx, page, stored))) return stored;
    for (const { s } of page.drop ?? []) await dropScope(tx, s, stored);
    for (const scope of page.scopes) await applyScope(tx, scope, page, stored);
    if (page.completeAt !== undefined) await keepTime(tx, page.completeAt);
    return stored;
  });
}

/** When everything was last received, and when it first was. */
async function keepTime(tx: WriteTx, at: Instant): Promise<void> {
  const meta = tx.objectStore("meta");
  await meta.put(at, "lastSync");
  if ((await meta.get("since")) === undefined) await meta.put(at, "since");
}

/**
 * False when nothing of the answer can be stored: it is older than a change of incarnation, or it is the one that
 * tells of it, made from cursors that mean nothing any more. Rows stay until others replace them.
 */
async function enterIncarnation(tx: WriteTx, page: Page, stored: Stored): Promise<boolean> {
  if (!page.inc) return true;
  const { asked, given } = page.inc;
  const meta = tx.objectStore("meta");
  const held = ((await meta.get("inc")) as string | undefined) ?? null;
  if (held === given) return true;
  if (held === null) await meta.put(given, "inc");
  if (held === null) return true;
  stored.stale = true;
  if (held !== asked) return false;
  await meta.put(given, "inc");
  await voidCursors(tx);
  stored.isReborn = stored.reload = true;
  return false;
}

async function voidCursors(tx: WriteTx): Promise<void> {
  const store = tx.objectStore("scope");
  for (const { s, client, g } of (await store.getAll()) as StoredScope[]) {
    await store.put({ s, client, g, epoch: 0, version: 0, lane: 0 } satisfies StoredScope, s);
  }
}

async function dropScope(tx: WriteTx, s: number, stored: Stored): Promise<void> {
  await Promise.all([
    tx.objectStore("row").delete(IDBKeyRange.bound([s], [s, []])),
    tx.objectStore("message").delete(IDBKeyRange.bound([s], [s, []])),
    tx.objectStore("summary").delete(s),
    tx.objectStore("scope").delete(s),
  ]);
  stored.dropped.push(s);
  stored.reload = true;
}

/** What to do with a page, given what is held. */
type Verdict = "stale" | "behind" | "whole" | "continue";

export function judge(held: StoredScope | undefined, page: ScopePage, exact = false): Verdict {
  if (exact) {
    const isNext = held && !held.part && !page.part && held.epoch === page.epoch;
    if (isNext && held.version === page.from) return "continue";
    return isNext && held.version >= page.to ? "stale" : "behind";
  }
  if (!held) return page.from === 0 ? "whole" : "behind";
  if (page.epoch < held.epoch || (held.part && page.epoch < held.part.epoch)) return "stale";
  if (page.epoch === held.epoch && page.to < held.version) return "stale";
  if (held.part && held.part.epoch === page.epoch && page.to < held.part.to) return "stale";
  if (page.from === 0) return "whole";
  return page.epoch === held.epoch && page.from <= held.version ? "continue" : "behind";
}

/**
 * What a delta will change on screen, worked out in memory: it is shown before the disk has it. Null when it does not
 * continue exactly what is held, or removes messages: then only the disk can tell.
 */
export function foresee(page: ScopePage, held: StoredScope | undefined, summary: StoredSummary | undefined): Pick<Stored, "rows" | "messages" | "summaries"> | null {
  if (!held || judge(held, page, true) !== "continue" || page.del.some(([k]) => k === "message")) return null;
  const rows = page.rows.map((row) => storedRow(page.s, row, held.g));
  const messages = rows.filter((row): row is StoredMessage => row.k === "message");
  return {
    rows: [
      ...rows.filter(({ k }) => k !== "message").map((row) => [row.k, row.id, row] as [string, string, StoredRow]),
      ...page.del.map(([k, id]) => [k, id, null] as [string, string, null]),
    ],
    messages,
    summaries: messages.length > 0 ? [addMessages(summary ?? emptySummary(page.s), messages)] : [],
  };
}

function storedRow(s: number, { k, id, v, d }: PageRow, g: number): StoredRow {
  return { s, k: k as Kind, id, v, g, d: d as Kinds[Kind], ...seqOf(k, d) };
}

async function applyScope(tx: WriteTx, page: ScopePage, { client, exact }: Page, stored: Stored): Promise<void> {
  const scopes = tx.objectStore("scope");
  const held = (await scopes.get(page.s)) as StoredScope | undefined;
  const verdict = judge(held, page, exact);
  if (verdict === "behind") stored.behind.push(page.s);
  if (verdict === "behind" || verdict === "stale") return;

  const next = nextScope(held, page, verdict === "whole", client);
  const messages = await writeRows(tx, page, next, mayOverlap(held, page), stored);
  const isSwept = !page.part && verdict === "whole" && next.g > 0;
  if (isSwept) await sweep(tx, next);
  await scopes.put(next, page.s);
  stored.scopes.set(page.s, next);
  const isRebuilt = isSwept || page.del.some(([k]) => k === "message");
  stored.reload ||= isRebuilt;
  const summary = isRebuilt ? await rebuildSummary(tx, page.s) : await extendSummary(tx, page.s, messages);
  if (summary) stored.summaries.push(summary);
}

/** Another answer may already have written newer rows: between equal targets, or without gap, none can. */
function mayOverlap(held: StoredScope | undefined, page: ScopePage): boolean {
  if (!held || page.epoch !== held.epoch) return false;
  return page.from < held.version || (held.part !== undefined && held.part.to !== page.to);
}

function nextScope(held: StoredScope | undefined, page: ScopePage, isWhole: boolean, client?: string): StoredScope {
  const before = held ?? { s: page.s, epoch: page.epoch, version: 0, lane: 0, client: client ?? "", g: 0 };
  const isSameFilling = before.part?.whole && before.part.epoch === page.epoch && before.part.to === page.to;
  const g = isWhole && held && !isSameFilling ? before.g + 1 : before.g;
  const { part: _ended, ...kept } = before;
  if (page.part) return { ...kept, g, part: { epoch: page.epoch, to: page.to, whole: isWhole } };
  return { ...kept, g, epoch: page.epoch, version: page.to, ...laneOf(before, page, client) };
}

function laneOf(before: StoredScope, page: ScopePage, client?: string): { lane: number; client: string } {
  if (page.lane === undefined || client === undefined) return { lane: before.lane, client: before.client };
  const isSame = before.client === client && before.epoch === page.epoch;
  return { lane: isSame ? Math.max(before.lane, page.lane) : page.lane, client };
}

/** Write rows and deletions; answers the messages written. */
async function writeRows(tx: WriteTx, page: ScopePage, scope: StoredScope, isChecked: boolean, stored: Stored): Promise<StoredMessage[]> {
  const messages: StoredMessage[] = [];
  const writes: Promise<unknown>[] = [];
  for (const given of page.rows) {
    const row = storedRow(page.s, given, scope.g);
    const { k, id, v } = row;
    const store = tx.objectStore(storeOf(k));
    const key = keyOf(page.s, k, id);
    const held = isChecked ? ((await store.get(key)) as StoredRow | undefined) : undefined;
    if (held && held.v > v) continue;
    writes.push(store.put(row, key));
    if (k === "message") messages.push(row as StoredMessage);
    else stored.rows.push([k, id, row]);
  }
  for (const [k, id] of page.del) {
    writes.push(tx.objectStore(storeOf(k)).delete(keyOf(page.s, k, id)));
    if (k !== "message") stored.rows.push([k, id, null]);
  }
  await Promise.all(writes);
  stored.messages.push(...messages);
  return messages;
}

function keyOf(s: number, k: string, id: string): IDBValidKey {
  return k === "message" ? [s, id] : [s, k, id];
}

/** A scope was replaced whole: remove what was not sent again. */
async function sweep(tx: WriteTx, scope: StoredScope): Promise<void> {
  for (const name of ["row", "message"]) {
    const store = tx.objectStore(name);
    const range = IDBKeyRange.bound([scope.s], [scope.s, []]);
    const [keys, rows] = await Promise.all([store.getAllKeys(range), store.getAll(range) as Promise<StoredRow[]>]);
    await Promise.all(keys.filter((_key, index) => rows[index]!.g !== scope.g).map((key) => store.delete(key)));
  }
}
