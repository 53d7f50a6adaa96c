/** What the store asks of the synchronisation, which is above it: boot.ts ties the two. */

import type { Store } from "./open.ts";

export interface Engine {
  /** Something was written: send it. */
  wake(): void;
  /** Synchronise whatever the timers say; resolves when the attempt has ended. */
  syncNow(): Promise<void>;
  /** Nothing is in flight and the network answers: what is written now leaves at once. */
  isFree(): boolean;
  stop(): void;
}

export const engine: { current: Engine | null; start: (store: Store) => Engine } = {
  current: null,
  start: () => {
    throw new Error("boot.ts gives the engine");
  },
};
