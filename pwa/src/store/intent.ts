/** An intent: one gesture of a person, numbered in its lane, as kept on the device and sent to the server. */

import type { Id, Instant } from "../api/types.ts";

/** What goes on the wire; `base` holds the versions the person saw, 0 for a record that only waited here. */
export interface WireIntent {
  n: number;
  u: string;
  type: string;
  mv: number;
  at: Instant;
  id: Id;
  base: Record<string, number>;
  set: Record<string, unknown>;
}

/** A version that a choice puts back (« à relire »): shown at once, never sent, for the server holds it. */
export interface PutBack {
  k: string;
  id: Id;
  group: string;
  value: unknown;
}

export interface Intent extends WireIntent {
  s: number;
  puts?: PutBack;
  /** Has been, or may have been, in a request: its number and content are then final. */
  tried?: boolean;
  /** The server's answer, once known; the intent stays until its effect is in the base. */
  o?: Outcome;
}

export type Outcome = "applied" | "merged" | "noop" | "rejected";
export type Why = "forbidden" | "invalid_transition" | "validation" | "gone" | "too_late" | "too_large" | "unknown_type" | "failed";

/** Set aside. With `build`: the server did not know the type yet, it goes again when the build changes. */
export interface Quarantined {
  intent: Intent;
  why: Why;
  at: Instant;
  build?: string;
}

/** Done with, kept 30 days: a server restored from a backup may ask for it again. `client`: whose number it bears. */
export interface Sent {
  intent: Intent;
  at: Instant;
  client: string;
}

/** A gesture before it has a number. */
export interface NewIntent {
  s: number;
  type: string;
  id: Id;
  base?: Record<string, number>;
  set: Record<string, unknown>;
  puts?: PutBack;
}

export function toWire({ n, u, type, mv, at, id, base, set }: Intent): WireIntent {
  return { n, u, type, mv, at, id, base, set };
}
