/** What the person sees: the server's rows with this device's own waiting gestures replayed over them. Pure. */

import type { Id, Kind, Row, Side } from "../api/types.ts";
import type { Intent } from "./intent.ts";
import { putBack } from "./putBack.ts";

/** Who makes the gestures of this device. */
export interface Author {
  id: Id;
  side: Side;
  name: string;
}

/** A prediction of what the server will do with one type of intent. Each one lives with its gesture, in intents/. */
export interface Reducer<K extends Kind = Kind> {
  type: string;
  kind: K;
  /** Made by the application, not by a gesture: neither counted nor listed among « Mes envois ». */
  isQuiet?: boolean;
  /** The row after the intent; undefined when there is still none. Never changes its arguments. */
  apply(row: Row<K> | undefined, intent: Intent, by: Author): Row<K> | undefined;
  /** For an intent about several rows: those it changes, as they become. Asked instead of `apply`. */
  spread?(rows: ReadonlyMap<Id, Row<K>>, intent: Intent, by: Author): Row<K>[];
}

const reducers = new Map<string, Reducer>();

export function registerReducers(list: Reducer[]): void {
  for (const reducer of list) reducers.set(reducer.type, reducer);
}

export function isQuiet(intent: Intent): boolean {
  return reducers.get(intent.type)?.isQuiet ?? false;
}

/** The kind of record a type of intent changes; undefined for a type this version does not know. */
export function kindOf(type: string): Kind | undefined {
  return reducers.get(type)?.kind;
}

export function touches(intent: Intent, kind: Kind): boolean {
  return kindOf(intent.type) === kind || intent.puts?.k === kind;
}

/** Rows of one kind by id, with the intents that touch it replayed in order; the same map when none does. */
export function replay<K extends Kind>(kind: K, rows: ReadonlyMap<Id, Row<K>>, pending: Intent[], by: Author): ReadonlyMap<Id, Row<K>> {
  const relevant = pending.filter((intent) => touches(intent, kind));
  if (relevant.length === 0) return rows;
  const seen = new Map(rows);
  for (const intent of relevant) {
    for (const row of rowsAfter(kind, seen, intent, by)) if (row) seen.set(row.id, row);
  }
  return seen;
}

function rowsAfter<K extends Kind>(kind: K, seen: ReadonlyMap<Id, Row<K>>, intent: Intent, by: Author): (Row<K> | undefined)[] {
  const { puts } = intent;
  if (puts?.k === kind) return [putBack(seen.get(puts.id), puts, intent.at)];
  const reducer = reducers.get(intent.type) as Reducer<K> | undefined;
  return reducer?.spread ? reducer.spread(seen, intent, by) : [reducer?.apply(seen.get(intent.id), intent, by)];
}
