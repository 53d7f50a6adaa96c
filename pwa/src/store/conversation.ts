/** One thread, windowed: the latest 60 messages, older ones by pages of 60. */

import { computed, effect, signal, untracked, type ReadonlySignal } from "@preact/signals";
import type { Id, Instant, Row, Side } from "../api/types.ts";
import { digests, store } from "./memory.ts";
import { itemsOf } from "./items.ts";
import { dossierScope, record } from "./records.ts";
import { type MessageWindow, openWindow, PAGE } from "./window.ts";

export type MessageState = "waiting" | "sent" | "received" | "read" | "failed";

export interface MessageItem {
  id: Id;
  /** null while it waits on this device or after a refusal. */
  seq: number | null;
  mine: boolean;
  side: Side;
  name: string;
  text: string | null;
  at: Instant;
  /** Arrived more than ten minutes after it was written. */
  late: boolean;
  edited: boolean;
  deleted: boolean;
  replyTo: { id: Id; name: string; text: string | null } | null;
  /** null for other people's messages. */
  state: MessageState | null;
  why?: string;
  /** Key for retryRefused, editRefused and discardRefused (store/envois.ts) when `state` is "failed". */
  intentKey?: string;
  canEdit: boolean;
  canDelete: boolean;
}

export interface Conversation {
  /** Received messages in order of arrival, then refused ones, then those that wait, in local order. Same item object while nothing changed. */
  items: ReadonlySignal<MessageItem[]>;
  hasOlder: ReadonlySignal<boolean>;
  loadOlder(): Promise<void>;
  /** 0 when the thread is empty. */
  newestSeq: ReadonlySignal<number>;
  /** False until the first window has been read from this device. */
  ready: ReadonlySignal<boolean>;
  /** How far the person had read when the conversation was opened: the unread line stays there. */
  readSeqAtOpen: ReadonlySignal<number>;
  close(): void;
}

/** The thread left last, kept in memory and up to date: coming back to it is painted without waiting for the disk. */
let left: { youngPersonId: Id; window: MessageWindow } | null = null;

function forget(): void {
  left?.window.close();
  left = null;
}

// Another person, or nobody, uses this page.
store.subscribe(forget);

function keepAside(youngPersonId: Id, window: MessageWindow): void {
  forget();
  if (window.ready.peek() && window.rows.peek().length <= 2 * PAGE) left = { youngPersonId, window };
  else window.close();
}

function takeBack(youngPersonId: Id): MessageWindow | null {
  if (left?.youngPersonId !== youngPersonId) return null;
  const { window } = left;
  left = null;
  return window;
}

/** Open a thread; call close() when leaving. */
export function openConversation(youngPersonId: Id): Conversation {
  const scope = computed(() => dossierScope(youngPersonId));
  const newestSeq = computed(() => digests.value.get(scope.value ?? 0)?.last?.d.seq ?? 0);
  const readSeqAtOpen = signal(0);
  const window = takeBack(youngPersonId) ?? openWindow(() => newestSeq.peek());
  const thread = computed(() => record("thread", youngPersonId) as Row<"thread"> | undefined);

  const stop = effect(() => {
    const s = scope.value;
    if (s === undefined) return;
    // Only a change of scope starts again: what is read here must not be followed.
    untracked(() => {
      readSeqAtOpen.value = record("read_position", youngPersonId)?.d.seq ?? 0;
      if (window.scope() !== s) void window.show(s); // not awaited: `ready` tells
    });
  });

  return {
    items: itemsOf({ scope, rows: window.rows, quoted: window.quoted, thread }),
    hasOlder: computed(() => window.from.value > 1),
    loadOlder: window.loadOlder,
    newestSeq,
    ready: window.ready,
    readSeqAtOpen,
    close() {
      stop();
      keepAside(youngPersonId, window);
    },
  };
}
