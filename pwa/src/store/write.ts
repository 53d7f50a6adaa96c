/** The only door through which a gesture reaches this device's outbox. */

import { signal } from "@preact/signals";
import { clock } from "./clock.ts";
import { DeviceFull } from "./database.ts";
import { engine } from "./engine.ts";
import type { Intent, NewIntent } from "./intent.ts";
import { addIntents, hideComing, loadOutbox, showComing, store } from "./memory.ts";
import type { Store } from "./open.ts";
import { enqueue, type Extras, type Unnumbered } from "./outbox.ts";

/** The device refused a write for want of room; the next one that succeeds clears it. */
export const isFull = signal(false);

/** The open databases; throws when signed out. */
export function openedStore(): Store {
  const open = store.peek();
  if (!open) throw new Error("signed out");
  return open;
}

/**
 * Show gestures at once, keep them in one durable transaction, then send them. They are safe when the promise resolves.
 * Throws DeviceFull: they leave the screen, and the words stay where they were typed.
 */
export async function keep(gestures: NewIntent[], extras: Extras = {}): Promise<Intent[]> {
  const open = openedStore();
  const tried = engine.current?.isFree() ?? false;
  let shown: Unnumbered[] = [];
  const begun = (coming: Unnumbered[]) => {
    shown = coming;
    // Apart from the transaction: a screen that cannot be drawn must not undo it.
    if (!extras.replaces) queueMicrotask(() => showComing(coming));
  };
  try {
    const kept = await watchingRoom(() => enqueue(open.outbox, gestures, clock.now(), { ...extras, tried, begun }));
    tellWritten();
    if (extras.replaces) await loadOutbox();
    else addIntents(kept);
    return kept;
  } catch (failure) {
    hideComing(shown);
    throw failure;
  }
}

/** Show a change made to what waits, here and in the other tabs, and send it. */
export async function showChange(): Promise<void> {
  await loadOutbox();
  tellWritten();
}

function tellWritten(): void {
  openedStore().tabs.tell({ t: "outbox" });
  engine.current?.wake();
}

export async function watchingRoom<T>(write: () => Promise<T>): Promise<T> {
  try {
    const answer = await write();
    isFull.value = false;
    return answer;
  } catch (failure) {
    if (failure instanceof DeviceFull) isFull.value = true;
    throw failure;
  }
}
