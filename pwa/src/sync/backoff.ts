/** How long to wait after a failure: chance spreads the devices of a whole town after a breakdown. Pure. */

const FIRST_MS = 1_000;
const LAST_MS = 5 * 60_000;
/** Even lucky, a device leaves the server this much. */
const LEAST_MS = 250;

/** Full jitter, 1 s doubling to 5 min; `retryAfterSeconds` is a floor. Milliseconds. `random` is in [0, 1). */
export function delayAfter(failures: number, retryAfterSeconds: number | null, random: number): number {
  const most = Math.min(LAST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 20));
  const jitter = Math.max(LEAST_MS, random * most);
  return retryAfterSeconds === null ? jitter : retryAfterSeconds * 1000 + random * FIRST_MS;
}

const POLL_MS = 60_000;
const POLL_LIVE_MS = 5 * 60_000;

/** Time to the next synchronisation when nothing happens, ± 20 %. Milliseconds. */
export function pollAfter(isVisible: boolean, isLive: boolean, random: number): number {
  return (isVisible && !isLive ? POLL_MS : POLL_LIVE_MS) * (0.8 + 0.4 * random);
}
