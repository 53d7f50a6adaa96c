/** « À relire »: two versions of one record, put together, and the choice between them. */

import { computed, type ReadonlySignal } from "@preact/signals";
import type { Action, Conflict, ConflictValue, Id, Instant, Row } from "../../api/types.ts";
import { clock } from "../clock.ts";
import { newId } from "../ids.ts";
import type { NewIntent } from "../intent.ts";
import { person, seenRows } from "../memory.ts";
import { record, youngPersonOf } from "../records.ts";
import { keep } from "../write.ts";

export interface Version {
  /** By field group: words, a date, the fields of a group together; null for nothing. */
  values: Record<string, unknown>;
  author: Id;
  name: string;
  at: Instant;
  isMine: boolean;
}

export interface ConflictGroup {
  record: { k: string; id: Id };
  s: number;
  youngPersonId: Id | undefined;
  /** Of an action; null for what has none. */
  title: string | null;
  /** Mine, or when neither is mine the one that is shown. */
  mine: Version;
  theirs: Version;
  /** One for each field group, the latest. */
  rows: Row<"conflict">[];
  canKeepBoth: boolean;
}

export type Choice = "mine" | "theirs" | "both";

/** Records with two versions to choose between, the latest first. */
export const openConflicts: ReadonlySignal<ConflictGroup[]> = computed(() => {
  const groups = new Map<string, Row<"conflict">[]>();
  const open = [...seenRows("conflict").values()].filter(({ d }) => d.state === "open").sort((one, other) => other.d.at - one.d.at);
  for (const row of open) {
    const { k, id } = row.d.record;
    const rows = groups.get(k + id) ?? [];
    // An older meeting of the same fields waits for its turn: only one can be put back.
    if (!rows.some(({ d }) => d.group === row.d.group)) groups.set(k + id, [...rows, row]);
  }
  return [...groups.values()].map((rows) => groupOf(rows, person.value?.id ?? ""));
});

/** The open conflict of a record; undefined when there is none, or no more. */
export function conflictOf(recordId: Id): ConflictGroup | undefined {
  return openConflicts.value.find((group) => group.record.id === recordId);
}

function groupOf(rows: Row<"conflict">[], me: Id): ConflictGroup {
  const [first] = rows as [Row<"conflict">];
  const { k, id } = first.d.record;
  const held = k === "action" ? record("action", id) : undefined;
  // One's own words are settled among one's own things: the dossier is that of the record.
  const dossier = (k === "appointment" ? record("appointment", id) : held)?.s ?? first.s;
  return {
    record: first.d.record,
    s: first.s,
    youngPersonId: youngPersonOf(dossier),
    title: held?.d.title ?? null,
    mine: versionOf(rows.map((row) => ({ group: row.d.group, ...mineIn(row, me) })), me),
    theirs: versionOf(rows.map((row) => ({ group: row.d.group, ...theirsIn(row, me) })), me),
    rows,
    canKeepBoth: held !== undefined && held.d.deleted === null && rows.some(({ d }) => COPIED.has(d.group)),
  };
}

/** Fields that make another action worth keeping. */
const COPIED: ReadonlySet<string> = new Set(["title", "description", "category", "due"]);

/** Mine is the losing version only when the one shown is somebody else's. */
function isMineLost({ d }: Row<"conflict">, me: Id): boolean {
  return d.lost.author === me && d.kept.author !== me;
}

function mineIn(row: Row<"conflict">, me: Id): ConflictValue {
  return isMineLost(row, me) ? row.d.lost : row.d.kept;
}

function theirsIn(row: Row<"conflict">, me: Id): ConflictValue {
  return isMineLost(row, me) ? row.d.kept : row.d.lost;
}

function versionOf(parts: (ConflictValue & { group: string })[], me: Id): Version {
  const latest = parts.reduce((one, other) => (other.at > one.at ? other : one));
  return {
    values: Object.fromEntries(parts.map(({ group, value }) => [group, value])),
    author: latest.author,
    name: latest.name,
    at: latest.at,
    isMine: latest.author === me,
  };
}

/** Keep one version, or both as two actions, in one gesture. Undoing opens the choice again, everything as it was. */
export async function settleConflicts(group: ConflictGroup, choice: Choice): Promise<{ undo: () => Promise<void> }> {
  const { rows } = group;
  const me = person.peek()?.id ?? "";
  const isMineShown = (row: Row<"conflict">) => !isMineLost(row, me);
  // Of two whole versions, the one shown last keeps its place and the other becomes a second action.
  const isMineStaying = choice === "both" ? isMineShown(rows[0]!) : choice === "mine";
  const isKept = (row: Row<"conflict">) => isMineShown(row) === isMineStaying;
  const copy = choice === "both" ? copyOf(group, isMineStaying ? group.theirs : group.mine) : null;
  const closing = rows.map((row) => (isKept(row) ? closed(row, "kept") : closed(row, "restored", row.d.lost)));
  await keep(copy ? [...closing, copy] : closing);
  return {
    async undo() {
      const opening = rows.map((row) => closed(row, "open", isKept(row) ? undefined : row.d.kept));
      await keep(copy ? [...opening, { s: copy.s, type: "action.delete", id: copy.id, base: { deleted: 0 }, set: {} }] : opening);
    },
  };
}

/** Close a conflict, or open it again; `back`: the version that takes its place on the record. */
function closed({ id, s, d }: Row<"conflict">, choice: Conflict["state"], back?: ConflictValue): NewIntent {
  // Messages are read by windows, apart from what is replayed here.
  const puts = back && d.record.k !== "message" ? { puts: { ...d.record, group: d.group, value: back.value } } : {};
  return { s, type: "conflict.close", id, base: { state: record("conflict", id)?.v ?? 0 }, set: { choice }, ...puts };
}

/** A second action made of a version; what was not in question is the same, work done is not copied. */
function copyOf({ s, record: { id } }: ConflictGroup, { values }: Version): NewIntent | null {
  const held = record("action", id);
  if (!held) return null;
  const other = Object.fromEntries(Object.entries(values).filter(([group]) => COPIED.has(group))) as Partial<Action>;
  const { title, description, category, due, status } = { ...held.d, ...other };
  const set = {
    title, due,
    ...(description ? { description } : {}),
    ...(category ? { category } : {}),
    ...(status === "in_progress" ? { status } : {}),
  };
  return { s, type: "action.create", id: newId(clock.now()), set };
}
