/**
 * One tab synchronises for all: it only saves traffic, nothing is wrong when two do.
 * By Web Locks, or by a lease in the outbox where they do not exist.
 */

import { newClientId } from "../store/ids.ts";
import type { Store } from "../store/open.ts";
import type { Timers } from "./loop.ts";

export interface Leadership {
  isLeader(): boolean;
  /** Take the lead from a tab that no longer answers. */
  seize(): void;
  /** Leave the lead to another tab: browsers slow down the timers of hidden ones. */
  cede(): void;
  stop(): void;
}

export type Locks = Pick<LockManager, "request">;

export function lead(store: Store, timers: Timers, locks: Locks | undefined, changed: (isLeader: boolean) => void): Leadership {
  return locks ? leadByLock(`sync:${store.user}`, locks, changed) : leadByLease(store, timers, changed);
}

function leadByLock(name: string, locks: Locks, changed: (isLeader: boolean) => void): Leadership {
  let isLeader = false;
  let isStopped = false;
  let release = () => {};
  let queue = new AbortController();

  function hold(): Promise<void> {
    if (isStopped) return Promise.resolve();
    isLeader = true;
    changed(true);
    return new Promise((resolve) => (release = resolve));
  }

  function ask(options: LockOptions, { signal }: AbortController): void {
    void locks.request(name, options, hold).catch(() => signal.aborted || isStopped || lose()); // not awaited: it lasts as long as the lead
  }

  /** Seized by another tab: queue again. Refused by the browser: lead without a lock. */
  function lose(): void {
    if (!isLeader) return void hold();
    isLeader = false;
    changed(false);
    wait();
  }

  function wait(): void {
    queue = new AbortController();
    ask({ signal: queue.signal }, queue);
  }

  wait();
  return {
    isLeader: () => isLeader,
    seize() {
      if (isLeader || isStopped) return;
      queue.abort();
      queue = new AbortController();
      ask({ steal: true }, queue);
    },
    cede() {
      if (!isLeader) return;
      isLeader = false;
      changed(false);
      release();
      wait();
    },
    stop() {
      isStopped = true;
      isLeader = false;
      queue.abort();
      release();
    },
  };
}

const LEASE_MS = 10_000;

interface Lease {
  tab: string;
  until: number;
}

function leadByLease({ outbox }: Store, timers: Timers, changed: (isLeader: boolean) => void): Leadership {
  const tab = newClientId();
  let isLeader = false;
  let isStopped = false;
  let cancel = () => {};

  async function renew(force: boolean): Promise<void> {
    const isMine = await outbox.write(["meta"], "relaxed", async (tx) => {
      const held = (await tx.objectStore("meta").get("lease")) as Lease | undefined;
      const isFree = !held || held.tab === tab || held.until < timers.now();
      if (!isFree && !force) return false;
      await tx.objectStore("meta").put({ tab, until: timers.now() + LEASE_MS } satisfies Lease, "lease");
      return true;
    });
    if (isStopped) return;
    if (isMine !== isLeader) changed((isLeader = isMine));
  }

  function keep(force = false): void {
    cancel();
    // A lease that could not be written is asked for again: leading only saves traffic.
    void renew(force).catch(() => undefined).then(() => {
      if (!isStopped) cancel = timers.later(LEASE_MS / 3, () => keep());
    });
  }

  keep();
  return {
    isLeader: () => isLeader,
    seize: () => keep(true),
    cede() {
      if (isLeader) changed((isLeader = false));
      cancel();
      cancel = timers.later(2 * LEASE_MS, () => keep());
    },
    stop() {
      isStopped = true;
      isLeader = false;
      cancel();
    },
  };
}
