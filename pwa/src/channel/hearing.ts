/** What to do with what the live channel says: keep a delta that continues exactly what is held, pull otherwise. */

import { paintAhead, scopes, seenRows } from "../store/memory.ts";
import type { Store } from "../store/open.ts";
import { applyPage, type ScopePage, type Stored } from "../store/page.ts";
import type { Timers } from "../sync/loop.ts";
import type { ServerFrame, Version } from "./frames.ts";

/** Everybody in a structure hears of its changes at once: their pulls are spread. */
const STRUCTURE_SPREAD_MS = 5_000;

export interface HearingOptions {
  store: Store;
  timers: Timers;
  painted(stored: Stored): Promise<void>;
  pull(): void;
  /** The answer on its way may be what a delta continues: resolves once it is stored. */
  rest(): Promise<void>;
}

export function createHearing({ store, timers, painted, pull, rest }: HearingOptions): (frame: ServerFrame) => void {
  function poked(versions: Version[]): void {
    const news = versions.filter(([s, version]) => (scopes.peek().get(s)?.version ?? -1) < version);
    if (news.length === 0) return;
    if (news.every(([s]) => isStructure(s))) timers.later(timers.random() * STRUCTURE_SPREAD_MS, pull);
    else pull();
  }

  async function keepDelta(pages: ScopePage[]): Promise<void> {
    try {
      paintAhead(pages);
      await rest();
      const stored = await applyPage(store.base, { scopes: pages, exact: true });
      await painted(stored);
      if (stored.behind.length > 0) pull();
    } catch {
      pull();
    }
  }

  return (frame) => {
    if (frame.t === "v") poked(frame.s);
    else if (frame.t === "d") void keepDelta(frame.scopes); // not awaited: the database keeps them in order
    else if (frame.t === "pull" || frame.t === "bye") pull();
  };
}

function isStructure(scope: number): boolean {
  return [...seenRows("grant").values()].some(({ d }) => d.scope === scope && d.kind === "s");
}
