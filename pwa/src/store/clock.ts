/** The only source of wall time in the browser, replaceable in tests. */

import { signal } from "@preact/signals";
import type { Instant } from "../api/types.ts";

export const clock = { now: (): Instant => Date.now() };

/** Ticks about twice a minute: what depends on age (may still be edited) reads it. */
export const tick = signal(0);

const TICK_MS = 30_000;

/** Start ticking; the answer stops it. */
export function startTicking(): () => void {
  const timer = setInterval(() => (tick.value += 1), TICK_MS);
  return () => clearInterval(timer);
}
