/** One line about synchronisation, for the top bar and the banners. */

import { computed, signal, type ReadonlySignal } from "@preact/signals";
import type { Instant } from "../api/types.ts";
import { engine } from "./engine.ts";
import { intents, quarantine } from "./memory.ts";
import { isQuiet } from "./overlay.ts";
import type { Link } from "./tabs.ts";
import { isFull } from "./write.ts";

export interface Status {
  /** The last attempt reached the server and the browser does not say otherwise. */
  online: boolean;
  /** Things written here that the server has not answered (reading marks not counted). */
  waiting: number;
  lastSync: Instant | null;
  syncing: boolean;
  signInNeeded: boolean;
  tooOld: boolean;
  /** The device refused a write for want of room. */
  full: boolean;
  /** Unsent things the browser erased since the last visit; null when none. */
  lost: number | null;
  /** True until the very first synchronisation has filled this device. */
  firstSync: boolean;
}

const UNKNOWN: Link = { online: true, syncing: false, lastSync: null, signInNeeded: false, tooOld: false };

/** What the synchronisation says of the network; written by it alone. */
export const link = signal<Link>(UNKNOWN);

/** See Status.lost; written at the start. */
export const lost = signal<number | null>(null);

/** Raw records of an outbox that could not be opened, to be offered as a file. */
export const rescued = signal<Blob | null>(null);

/** How many things written here the server has not answered (reading marks not counted). */
export const unsentCount: ReadonlySignal<number> = computed(() => {
  const unanswered = intents.value.filter((intent) => intent.o === undefined && !isQuiet(intent));
  return unanswered.length + quarantine.value.filter((one) => one.build !== undefined).length;
});

export const status: ReadonlySignal<Status> = computed(() => ({
  ...link.value,
  waiting: unsentCount.value,
  full: isFull.value,
  lost: lost.value,
  firstSync: link.value.lastSync === null,
}));

/** Synchronise now, whatever the timers say; resolves when the attempt has ended. */
export async function syncNow(): Promise<void> {
  await engine.current?.syncNow();
}

/** The person has read what was lost. */
export function acknowledgeLost(): void {
  lost.value = null;
  rescued.value = null;
}

/** Nobody is signed in any more. */
export function clearStatus(): void {
  link.value = UNKNOWN;
  acknowledgeLost();
}
