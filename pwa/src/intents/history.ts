/** What happened to an action, as the server will write it. */

import type { Action, HistoryEntry } from "../api/types.ts";
import type { Author } from "../store/overlay.ts";

const LENGTH = 20;

/** The action with one more line, at its place in time; the oldest lines go. */
export function withHistory(action: Action, what: HistoryEntry["what"], value: string | null, by: Author, at: number): Action {
  const entry: HistoryEntry = { what, by: by.id, side: by.side, name: by.name, at, value };
  const lines = [...action.history, entry].sort((one, other) => one.at - other.at);
  return { ...action, history: lines.slice(-LENGTH) };
}

/** Neither deleted nor validated: what may still change. */
export function isOpenToChange({ deleted, qualification }: Action): boolean {
  return deleted === null && qualification === null;
}
