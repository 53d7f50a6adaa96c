/** Single keys and « g then p »: turns what is typed into the name of a gesture. */

/** How long « g » waits for its second letter, in milliseconds. */
export const PATIENCE_MS = 1500;

export interface Typed {
  key: string;
  at: number;
}

/** The key held from before, if it still counts. */
export interface Held {
  key: string;
  until: number;
}

export interface Reading {
  /** « j », « g p »; null when the key does nothing yet. */
  gesture: string | null;
  held: Held | null;
}

/** Reads one key after another; `known` lists every gesture, « g p » among them. */
export function readKey(known: ReadonlySet<string>, held: Held | null, { key, at }: Typed): Reading {
  const joined = held && at <= held.until ? `${held.key} ${key}` : null;
  if (joined && known.has(joined)) return { gesture: joined, held: null };
  if (known.has(key)) return { gesture: key, held: null };
  const isBeginning = [...known].some((gesture) => gesture.startsWith(`${key} `));
  return { gesture: null, held: isBeginning ? { key, until: at + PATIENCE_MS } : null };
}
