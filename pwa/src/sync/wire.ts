/** POST /api/sync/1 as it travels; sync/PROTOCOL.md at the root of the project describes it in words. */

import type { Id, Instant } from "../api/types.ts";
import type { Outcome, Why, WireIntent } from "../store/intent.ts";
import type { ScopePage } from "../store/page.ts";

export const PROTO = 1;
export const SYNC_PATH = `/api/sync/${PROTO}`;

/** Scope to [epoch, version]. */
export type Cursor = Record<string, [epoch: number, version: number]>;

export interface Slice {
  s: number;
  m: WireIntent[];
}

export interface SyncRequest {
  proto: typeof PROTO;
  app: string;
  client: string;
  inc: string | null;
  sent_at: Instant;
  push?: Slice[];
  pull?: { cursor: Cursor; lanes: number[]; budget: number; more: string | null };
}

export interface SliceAnswer {
  s: number;
  v: number;
  last: number;
  r: IntentAnswer[];
}

export interface IntentAnswer {
  n: number;
  o: Outcome | "duplicate" | "forked" | "gap" | "retry";
  why?: Why;
  kept?: Id[];
  was?: { o: Outcome; why?: Why };
  expected?: number;
}

export interface PullAnswer {
  scopes: ScopePage[];
  drop?: { s: number; why: string }[];
  more: string | null;
  wait_ms?: number;
}

export interface SyncAnswer {
  proto: number;
  inc: string;
  now: Instant;
  build: string;
  push?: SliceAnswer[];
  pull?: PullAnswer | { error: string };
}
