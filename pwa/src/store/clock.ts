/** The only source of wall time in the browser, replaceable in tests. */

import { signal } from "@preact/signals";
import type { Instant } from "../api/types.ts";

export const clock = { now: (): Instant => Date.now() };

/** Ticks twice a minute, on the minute, and when the page is looked at again: what depends on age or on the day reads it. */
export const tick = signal(0);

const TICK_MS = 30_000;

/** Start ticking; the answer stops it. */
export function startTicking(): () => void {
  const beat = () => (tick.value += 1);
  let timer: ReturnType<typeof setTimeout>;
  // On the minute of every time zone: a day changes at midnight, not half a minute later.
  const wait = () => {
    timer = setTimeout(() => {
      beat();
      wait();
    }, TICK_MS - (clock.now() % TICK_MS));
  };
  wait();
  const looked = () => document.visibilityState === "visible" && beat();
  if (typeof document !== "undefined") document.addEventListener("visibilitychange", looked);
  return () => {
    clearTimeout(timer);
    if (typeof document !== "undefined") document.removeEventListener("visibilitychange", looked);
  };
}
