/** What a round needs of the outside, how it ends, and what it leaves to the next. */

import type { Instant } from "../api/types.ts";
import type { Stored } from "../store/page.ts";
import type { Link } from "../store/tabs.ts";
import type { Post } from "./transport.ts";

/** The outside of a round: tests give it another one. */
export interface World {
  post: Post;
  now(): Instant;
  app: string;
  /** True when the session is this person's; throws ApiError. See store/session.ts. */
  confirm(): Promise<boolean>;
  /** The server takes this browser for somebody else's: confirm again. */
  doubt(): void;
  /** Show what changed, here and in other tabs. */
  painted(stored: Stored): Promise<void>;
  outboxChanged(): Promise<void>;
  linked(change: Partial<Link>): void;
  /** The device has no room for what was received. */
  full(): void;
}

export type Verdict =
  /** Everything is sent and received. */
  | { t: "idle" }
  /** There is more to send or to receive. */
  | { t: "again"; inMs: number }
  /** The network or the server could not; `seconds`: not before, when it says so. */
  | { t: "later"; seconds: number | null }
  /** Nothing can be done until the person signs in. */
  | { t: "sign_in" };

/** What one round leaves to the next. */
export interface Progress {
  more: string | null;
  /** How many intents may go together: lowered to find the one the server cannot read. */
  limit: number;
  /** The server refused one intent alone: send nothing once, to know whether the request itself is at fault. */
  isProbing: boolean;
  isProbed: boolean;
  /** The last attempt met silence. */
  isCut: boolean;
  tooOld: boolean;
  /** The device has no room for more rows: send, and stop receiving. */
  full: boolean;
  build: string | null;
  /** Rounds in a row after which everything had to be numbered or received anew. */
  upheavals: number;
}

export function newProgress(): Progress {
  return { more: null, limit: Infinity, isProbing: false, isProbed: false, isCut: false, tooOld: false, full: false, build: null, upheavals: 0 };
}

export const AGAIN: Verdict = { t: "again", inMs: 0 };
export const LATER: Verdict = { t: "later", seconds: null };
