/** When to synchronise: at once when idle, one request at a time, later after a failure. */

import { delayAfter, pollAfter } from "./backoff.ts";
import type { Verdict } from "./world.ts";

export interface Timers {
  now(): number;
  /** Call `run` once, `ms` later; the answer cancels. */
  later(ms: number, run: () => void): () => void;
  random(): number;
}

export interface LoopOptions {
  round(): Promise<Verdict>;
  timers: Timers;
  /** Whether this tab goes on by itself, or only when asked. */
  repeats(): boolean;
  isVisible(): boolean;
  isLive(): boolean;
  syncing(is: boolean): void;
  /** Something is left to send, and the network does not answer. */
  stuck(): void;
}

export interface Loop {
  /** A write: at once when idle; together with the next ones when a request is in flight. */
  wrote(): void;
  /** Something may have changed on the server. */
  poked(): void;
  /** The network or the person is back: forget former failures, except a time the server asked for. */
  revived(): void;
  /** Resolves when the attempt has ended, whatever its end. */
  now(): Promise<void>;
  /** Resolves once nothing is in flight. */
  rest(): Promise<void>;
  stop(): void;
}

/** While a request is in flight, writes wait until they have paused this long. */
const DEBOUNCE_MS = 150;

export function createLoop({ round, timers, repeats, isVisible, isLive, syncing, stuck }: LoopOptions): Loop {
  let running: Promise<void> | null = null;
  let isStopped = false;
  let mustPull = false;
  let lastWrite = -Infinity;
  let hasWritten = false;
  let failures = 0;
  let notBefore = 0;
  let cancel = () => {};

  function schedule(ms: number): void {
    cancel();
    if (repeats()) cancel = timers.later(ms, () => void start()); // not awaited: the loop owns it
  }

  function start(): Promise<void> {
    if (isStopped || timers.now() < notBefore) return Promise.resolve();
    cancel();
    if (running) return running;
    syncing(true);
    return (running = runUntilRest());
  }

  /** Rounds until nothing is left or nothing can be done. */
  async function runUntilRest(): Promise<void> {
    for (;;) {
      mustPull = hasWritten = false;
      const pause = pauseAfter(await attempt());
      if (isStopped) return;
      if (pause === 0) continue;
      // At once after the last look at what was asked meanwhile: nothing can slip in between.
      running = null;
      syncing(false);
      schedule(pause);
      return;
    }
  }

  /** How long to rest after a round, in milliseconds; 0 to go on at once. */
  function pauseAfter(verdict: Verdict): number {
    if (verdict.t === "sign_in") return pollAfter(false, false, timers.random());
    if (verdict.t === "later") return postpone(verdict.seconds);
    failures = 0;
    if (verdict.t === "again") return verdict.inMs;
    if (mustPull) return 0;
    if (hasWritten) return Math.max(0, DEBOUNCE_MS - (timers.now() - lastWrite));
    return pollAfter(isVisible(), isLive(), timers.random());
  }

  async function attempt(): Promise<Verdict> {
    try {
      return await round();
    } catch {
      // The device itself failed (a database closing, a page going away): the next attempt starts afresh.
      return { t: "later", seconds: null };
    }
  }

  function postpone(seconds: number | null): number {
    failures += 1;
    const delay = delayAfter(failures, seconds, timers.random());
    if (seconds !== null) notBefore = timers.now() + delay;
    stuck();
    return delay;
  }

  return {
    wrote() {
      lastWrite = timers.now();
      hasWritten = true;
      void start(); // not awaited: the loop owns it
    },
    poked() {
      mustPull = true;
      void start(); // not awaited: the loop owns it
    },
    revived() {
      failures = 0;
      mustPull = true;
      void start(); // not awaited: the loop owns it
    },
    now() {
      mustPull = true;
      return start();
    },
    rest: async () => running ?? undefined,
    stop() {
      isStopped = true;
      cancel();
    },
  };
}
