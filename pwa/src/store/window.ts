/** The part of a thread that is in memory: read by number from the base, kept up to date page by page. */

import { signal, type ReadonlySignal } from "@preact/signals";
import type { Id } from "../api/types.ts";
import { readMessage, readMessages, type StoredMessage } from "./base.ts";
import { onMessages } from "./memory.ts";
import { openedStore } from "./write.ts";

export const PAGE = 60;

export interface MessageWindow {
  /** In order of arrival. */
  rows: ReadonlySignal<StoredMessage[]>;
  /** Messages answered by those shown, when they are older than the window. */
  quoted: ReadonlySignal<ReadonlyMap<Id, StoredMessage>>;
  /** Number of the oldest message shown. */
  from: ReadonlySignal<number>;
  ready: ReadonlySignal<boolean>;
  /** What is shown, or about to be; null before the first time. */
  scope(): number | null;
  show(scope: number): Promise<void>;
  loadOlder(): Promise<void>;
  close(): void;
}

export function openWindow(newestSeq: () => number): MessageWindow {
  const rows = signal<StoredMessage[]>([]);
  const quoted = signal<ReadonlyMap<Id, StoredMessage>>(new Map());
  const from = signal(1);
  const ready = signal(false);
  let scope: number | null = null;
  let wanted = 1;
  let reading: Promise<void> | null = null;
  // What is stored during a reading is newer than its answer: it reads again.
  let turn = 0;

  function read(first: number): Promise<void> {
    wanted = first;
    turn += 1;
    reading ??= readUntilCurrent().finally(() => (reading = null));
    return reading;
  }

  async function readUntilCurrent(): Promise<void> {
    for (let mine = -1; mine !== turn; ) {
      mine = turn;
      const first = wanted;
      const found = await readMessages(openedStore().base, scope!, first, Infinity);
      from.value = first;
      rows.value = found;
      ready.value = true;
      await quote(found);
    }
  }

  function latest(): Promise<void> {
    return read(Math.max(1, newestSeq() - PAGE + 1));
  }

  async function quote(shown: StoredMessage[]): Promise<void> {
    const held = new Set(rows.peek().map((row) => row.id));
    const missing = shown.map((row) => row.d.reply_to).filter((id): id is Id => id !== null && !held.has(id));
    const found = await Promise.all([...new Set(missing)].map((id) => readMessage(openedStore().base, scope!, id)));
    const known = found.filter((row) => row !== undefined);
    if (known.length > 0) quoted.value = new Map([...quoted.peek(), ...known.map((row) => [row.id, row] as const)]);
  }

  const stopListening = onMessages((news) => {
    if (scope === null) return;
    turn += 1;
    if (reading) return;
    if (news === "reload") return void read(from.peek()); // not awaited: painting follows
    const mine = news.messages.filter((row) => row.s === scope);
    if (mine.length === 0) return;
    // A first filling brings thousands: only the end of it is shown.
    if (mine.length > PAGE) return void latest(); // not awaited: painting follows
    rows.value = merged(rows.peek(), mine.filter((row) => row.seq! >= from.peek()));
    void quote(mine); // not awaited: a quotation may come after its message
  });

  return {
    rows,
    quoted,
    from,
    ready,
    scope: () => scope,
    async show(next) {
      scope = next;
      await latest();
    },
    async loadOlder() {
      if (from.peek() > 1) await read(Math.max(1, from.peek() - PAGE));
    },
    close: stopListening,
  };
}

/** Rows in order with those that changed; the cost is that of what changed when it is at the end. */
export function merged(held: StoredMessage[], changed: StoredMessage[]): StoredMessage[] {
  const next = [...held];
  for (const row of changed) {
    let index = next.length;
    while (index > 0 && next[index - 1]!.seq! > row.seq!) index -= 1;
    if (index > 0 && next[index - 1]!.seq === row.seq) next[index - 1] = row;
    else next.splice(index, 0, row);
  }
  return next;
}
