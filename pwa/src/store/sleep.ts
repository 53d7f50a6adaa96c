/**
 * A page kept for « back » sleeps with its transactions open, and in WebKit they then block every other page for ever.
 * So none is left behind: what had not ended is undone, and done again when the page wakes.
 */

import type { IDBPTransaction } from "idb";

type Tx = IDBPTransaction<unknown, string[], IDBTransactionMode>;

const running = new Set<Tx>();
let sleeps = 0;
let sleep = Promise.resolve();
let wake = () => {};

/** Resolves at once, but in a page that sleeps. */
export function whenAwake(): Promise<void> {
  return sleep;
}

/** Number of times the page has slept: a transaction that saw it change was undone, unless it had ended. */
export function countSleeps(): number {
  return sleeps;
}

/** Undo this transaction if the page goes to sleep before its end. */
export function endBeforeSleep(tx: Tx): void {
  running.add(tx);
  const forget = () => void running.delete(tx);
  void tx.done.then(forget, forget); // not awaited: only follows its end
}

export function fallAsleep(): void {
  sleeps += 1;
  sleep = new Promise((resolve) => (wake = resolve));
  for (const tx of running) {
    try {
      tx.abort();
    } catch {
      // Already at its end: it ends without this page.
    }
  }
}

export function wakeUp(): void {
  wake();
}

// Tests run where there is no page.
globalThis.addEventListener?.("pagehide", (event) => (event as PageTransitionEvent).persisted && fallAsleep());
globalThis.addEventListener?.("pageshow", wakeUp);
