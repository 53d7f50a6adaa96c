/** Records of a kind put together by something they share, kept up to date row by row: a change elsewhere costs nothing. */

import { computed, type ReadonlySignal } from "@preact/signals";
import type { Id, Kind, Row } from "../../api/types.ts";
import { seenRows } from "../memory.ts";

type Key = string | number;
type Rows<K extends Kind> = ReadonlyMap<Id, Row<K>>;
type Shelves<K extends Kind> = ReadonlyMap<Key, Row<K>[]>;

interface Order<K extends Kind> {
  /** Where a row is put; null for one that is not shown. */
  keyOf(row: Row<K>): Key | null;
  compare(one: Row<K>, other: Row<K>): number;
}

/** Read the rows of one shelf, in order; the same array while none of its rows changed. */
export function shelvesOf<K extends Exclude<Kind, "message">>(kind: K, order: Order<K>): (key: Key) => Row<K>[] {
  let held: { rows: Rows<K>; shelves: Shelves<K> } = { rows: new Map(), shelves: new Map() };
  const all = computed(() => {
    const rows = seenRows(kind);
    held = { rows, shelves: arranged(held.shelves, held.rows, rows, order) };
    return held.shelves;
  });
  const none: Row<K>[] = [];
  const read = new Map<Key, ReadonlySignal<Row<K>[]>>();
  return (key) => {
    let shelf = read.get(key);
    if (!shelf) read.set(key, (shelf = computed(() => all.value.get(key) ?? none)));
    return shelf.value;
  };
}

/** Only the shelves of rows that changed are made again. */
function arranged<K extends Kind>(shelves: Shelves<K>, before: Rows<K>, rows: Rows<K>, { keyOf, compare }: Order<K>): Shelves<K> {
  const out = new Map<Key, Set<Id>>();
  const into = new Map<Key, Row<K>[]>();
  for (const [old, row] of changesOf(before, rows)) {
    const from = old && keyOf(old);
    const to = row && keyOf(row);
    if (from != null) placeIn(out, from, () => new Set<Id>()).add(old!.id);
    if (to != null) placeIn(into, to, (): Row<K>[] => []).push(row!);
  }
  const next = new Map(shelves);
  for (const key of new Set([...out.keys(), ...into.keys()])) {
    const gone = out.get(key);
    const stay = (shelves.get(key) ?? []).filter(({ id }) => !gone?.has(id));
    next.set(key, [...stay, ...(into.get(key) ?? [])].sort(compare));
  }
  return next;
}

function placeIn<V>(map: Map<Key, V>, key: Key, empty: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = empty()));
  return value;
}

/**
 * [as it was, as it is] of each row that differs.
 * A copy of a map keeps its order: read side by side, thousands of rows are compared without a search.
 */
function changesOf<K extends Kind>(before: Rows<K>, rows: Rows<K>): [Row<K> | undefined, Row<K> | undefined][] {
  const changes: [Row<K> | undefined, Row<K> | undefined][] = [];
  const olds = before.values();
  let isInStep = true;
  let added = 0;
  for (const row of rows.values()) {
    let old: Row<K> | undefined = isInStep ? olds.next().value : undefined;
    if (old?.id !== row.id) {
      isInStep = false;
      old = before.get(row.id);
    }
    if (!old) added += 1;
    if (old !== row) changes.push([old, row]);
  }
  if (before.size + added > rows.size) for (const old of before.values()) if (!rows.has(old.id)) changes.push([old, undefined]);
  return changes;
}
