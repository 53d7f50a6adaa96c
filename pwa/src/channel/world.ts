/** The outside of a round in a real page: fetch, the screens, the other tabs. */

import { loadOutbox, paint } from "../store/memory.ts";
import { refill, type Store } from "../store/open.ts";
import { readMeta, writeMeta } from "../store/outbox.ts";
import type { Stored } from "../store/page.ts";
import { confirmIdentity, doubtIdentity } from "../store/session.ts";
import { link } from "../store/status.ts";
import type { Link } from "../store/tabs.ts";
import { isFull } from "../store/write.ts";
import { round } from "../sync/round.ts";
import { post } from "../sync/transport.ts";
import type { Progress, Verdict, World } from "../sync/world.ts";
import { VERSION } from "../product.ts";

/** `told` hears of what was stored, once it is painted. */
export function createWorld(store: Store, told: (stored: Stored) => void): World {
  return {
    post,
    app: VERSION,
    now: () => Date.now(),
    confirm: confirmIdentity,
    doubt: doubtIdentity,
    async painted(stored) {
      if (stored.scopes.size > 0 || stored.reload) store.tabs.tell({ t: "stored", stored });
      await paint(stored);
      told(stored);
    },
    async outboxChanged() {
      store.tabs.tell({ t: "outbox" });
      await loadOutbox();
    },
    linked: (change) => say(store, change),
    full: () => (isFull.value = true),
  };
}

/** Say how the network is, here and in the other tabs, if it changed. */
function say(store: Store, change: Partial<Link>): void {
  const held = link.peek();
  if (Object.entries(change).every(([name, value]) => held[name as keyof Link] === value)) return;
  if (change.lastSync && held.lastSync === null) void askPersistence(store).catch(() => undefined); // not awaited: a wish
  link.value = { ...held, ...change };
  store.tabs.tell({ t: "link", link: link.value });
}

/** Ask the browser not to erase this site; the answer is kept to be told. */
async function askPersistence(store: Store): Promise<void> {
  if ((await readMeta<boolean>(store.outbox, "persist")) === true) return;
  const isGranted = (await navigator.storage?.persist?.()) ?? false;
  await writeMeta(store.outbox, "persist", isGranted);
}

/** Failures of the base in a row before it is erased and filled again. */
const BASE_FAILURES = 3;
/** How IndexedDB says that a database is damaged; a full disk or a closing page are not among them. */
const DAMAGED = new Set(["UnknownError", "DataError", "NotFoundError", "NotReadableError", "EncodingError"]);

/** Rounds that repair a base which cannot be read any more. */
export function createRounds(store: Store, world: World, progress: Progress): () => Promise<Verdict> {
  let failures = 0;
  return async () => {
    try {
      const verdict = await round(store, world, progress);
      failures = 0;
      return verdict;
    } catch (failure) {
      failures += 1;
      const isDamaged = failure instanceof DOMException && DAMAGED.has(failure.name);
      if (isDamaged && failures % BASE_FAILURES === 0) await refill(store.base, failure);
      throw failure;
    }
  };
}
