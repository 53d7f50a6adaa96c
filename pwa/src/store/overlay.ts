/** What the person sees: the server's rows with this device's own waiting gestures replayed over them. Pure. */

import type { Id, Kind, Row, Side } from "../api/types.ts";
import type { Intent } from "./intent.ts";

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
}

const reducers = new Map<string, Reducer>();

export function registerReducers(list: Reducer[]): void {
  for (const reducer of list) reducers.set(reducer.type, reducer);
}

export function isQuiet(intent: Intent): boolean {
  return reducers.get(intent.type)?.isQuiet ?? false;
}

export function touches(intent: Intent, kind: Kind): boolean {
  return reducers.get(intent.type)?.kind === kind;
}

/** Rows of one kind by id, with the intents that touch it replayed in order; the same map when none does. */
export function replay<K extends Kind>(kind: K, rows: ReadonlyMap<Id, Row<K>>, pending: Intent[], by: Author): ReadonlyMap<Id, Row<K>> {
  const relevant = pending.filter((intent) => touches(intent, kind));
  if (relevant.length === 0) return rows;
  const seen = new Map(rows);
  for (const intent of relevant) {
    const reducer = reducers.get(intent.type) as Reducer<K> | undefined;
    const after = reducer?.apply(seen.get(intent.id), intent, by);
    if (after) seen.set(intent.id, after);
  }
  return seen;
}
