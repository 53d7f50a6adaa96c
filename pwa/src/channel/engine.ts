/** The whole synchronisation of one page: loop, lead among tabs, live channel, triggers. Start with `startEngine`. */

import type { Engine } from "../store/engine.ts";
import { client, intents, scopes } from "../store/memory.ts";
import type { Store } from "../store/open.ts";
import { pruneArchive } from "../store/outbox.ts";
import { isIdentityKnown } from "../store/session.ts";
import { link } from "../store/status.ts";
import { fitting, slices } from "../sync/batch.ts";
import { lead } from "../sync/leader.ts";
import { createLoop, type Timers } from "../sync/loop.ts";
import { cursorOf } from "../sync/round.ts";
import { postOnLeaving } from "../sync/transport.ts";
import { askBackgroundSync, isVisible, listenToPage } from "../sync/triggers.ts";
import { PROTO } from "../sync/wire.ts";
import { newProgress } from "../sync/world.ts";
import { VERSION } from "../product.ts";
import { LIVE_PATH, type Version } from "./frames.ts";
import { createHearing } from "./hearing.ts";
import { createLive, type Live } from "./live.ts";
import { createRounds, createWorld } from "./world.ts";

const TIMERS: Timers = {
  now: () => Date.now(),
  random: () => Math.random(),
  later(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** A visible tab takes the lead when the leading one has been silent this long. */
const SILENCE_MS = 5_000;

export function startEngine(store: Store): Engine {
  let live: Live | null = null;
  let cancelSilence = () => {};
  const progress = newProgress();

  const world = createWorld(store, (stored) => {
    live?.at([...stored.scopes.values()].map(({ s, version }): Version => [s, version]));
  });

  const loop = createLoop({
    round: createRounds(store, world, progress),
    timers: TIMERS,
    repeats: () => leadership.isLeader(),
    isVisible,
    isLive: () => live?.isLive() ?? false,
    syncing: (syncing) => world.linked({ syncing }),
    stuck: () => void askBackgroundSync().catch(() => undefined), // not awaited: a wish
  });

  const hear = createHearing({ store, timers: TIMERS, painted: world.painted, pull: () => loop.poked(), rest: () => loop.rest() });

  const leadership = lead(store, TIMERS, navigator.locks, (isLeader) => {
    live?.stop();
    live = isLeader ? openLive() : null;
    if (!isLeader) return;
    loop.revived();
    void pruneArchive(store.outbox, TIMERS.now()).catch(() => undefined); // not awaited: housekeeping
  });

  function openLive(): Live {
    return createLive({
      open: () => new WebSocket(location.origin.replace(/^http/, "ws") + LIVE_PATH),
      timers: TIMERS,
      hello: () => ({ client: client.peek(), cursor: cursorOf(scopes.peek().values()) }),
      heard: hear,
      opened: () => loop.poked(),
    });
  }

  /** Have the leading tab synchronise; take its place if it says nothing while this one is looked at. */
  function askLeader(): void {
    store.tabs.tell({ t: "wake", isVisible: isVisible() });
    cancelSilence();
    if (isVisible()) cancelSilence = TIMERS.later(SILENCE_MS, () => leadership.seize());
  }

  const stopTabs = store.tabs.listen((news) => {
    cancelSilence();
    if (news.t !== "wake" || !leadership.isLeader()) return;
    store.tabs.tell({ t: "here" });
    if (news.isVisible && !isVisible()) leadership.cede();
    else loop.wrote();
  });

  /** Only what is marked as tried may leave: nothing can be written any more to say that it has. */
  function sendLast(): void {
    const unanswered = intents.peek().filter((intent) => intent.o === undefined);
    const firsts = fitting(unanswered, Infinity).filter((intent) => intent.tried);
    if (firsts.length === 0 || !isIdentityKnown()) return;
    const request = { proto: PROTO, app: VERSION, client: client.peek(), inc: null, sent_at: TIMERS.now() } as const;
    postOnLeaving({ ...request, push: slices(firsts) });
  }

  const stopPage = listenToPage({
    back() {
      progress.full = false;
      if (!leadership.isLeader()) return askLeader();
      loop.revived();
      live?.revive();
    },
    hidden: () => void loop.now(), // not awaited: the page may freeze
    offline() {
      progress.isCut = true;
      world.linked({ online: false });
    },
    leaving: sendLast,
  });

  return {
    wake: () => (leadership.isLeader() ? loop.wrote() : askLeader()),
    syncNow() {
      live?.revive();
      return loop.now();
    },
    isFree: () => link.peek().online && !link.peek().signInNeeded && navigator.onLine,
    stop() {
      cancelSilence();
      stopTabs();
      stopPage();
      leadership.stop();
      loop.stop();
      live?.stop();
    },
  };
}
