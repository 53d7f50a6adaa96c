/** An open thread: which messages are in the page, where the reader is, what has come meanwhile. */

import { batch, computed, effect, signal, untracked, type ReadonlySignal } from "@preact/signals";
import type { Id, Side } from "../../../api/types.ts";
import { type MessageItem, openConversation } from "../../../store/conversation.ts";
import { status } from "../../../store/status.ts";
import { hear } from "./hearing.ts";
import { loadOnce, loadUntil } from "./older.ts";
import { type Other, otherPerson, sideOf, type View } from "./people.ts";
import type { Anchor } from "./scrolling.ts";
import { around, earlier, follow, isRunningOut, later, latest, type Slice } from "./slice.ts";
import { countUnder, firstUnder, type Line, lineAtOpening } from "./unread.ts";

/** Where the list must be once it is drawn. */
export type Place =
  | { at: "bottom" }
  | { at: "unread" }
  | { at: "anchor"; anchor: Anchor | null }
  | { at: "message"; id: Id; isFound: boolean };

export interface Drawn {
  items: readonly MessageItem[];
  slice: Slice;
  place: Place;
}

/** What the list tells of the screen before it changes. */
export interface Screen {
  isAtBottom(): boolean;
  anchor(): Anchor | null;
}

export interface Pane {
  youngPersonId: Id;
  view: View;
  mySide: Side;
  other: ReadonlySignal<Other>;
  /** null until the first messages are ready to be shown. */
  drawn: ReadonlySignal<Drawn | null>;
  /** The message the unread line lies above, and how many it counts. */
  firstUnread: ReadonlySignal<Id | null>;
  unread: ReadonlySignal<number>;
  /** Messages that arrived below what is on screen. */
  below: ReadonlySignal<number>;
  /** The message the keyboard is on; null for the last one. */
  active: ReadonlySignal<Id | null>;
  find(id: Id): MessageItem | undefined;
  watch(screen: Screen): void;
  /** The list is drawn, and where it must be. */
  settled(): void;
  showEarlier(): void;
  showLater(): void;
  showBottom(): void;
  /** The reader is at the end of the thread: nothing new is below. */
  reachedBottom(): void;
  /** Put the keyboard on a message. */
  activate(id: Id): void;
  /** Move the keyboard by one message, loading older ones when needed. */
  move(from: Id, by: 1 | -1): Promise<void>;
  focusLast(): void;
  /** Show a message wherever it is in the thread, and point it out. */
  jumpTo(id: Id): Promise<void>;
  close(): void;
}

/** Further back than this, a thread opens at its end: two hundred messages are not caught up with from a line. */
const REACH = 180;

export function openPane({ youngPersonId, view }: { youngPersonId: Id; view: View }): Pane {
  const conversation = openConversation(youngPersonId);
  const mySide = sideOf(view);
  const drawn = signal<Drawn | null>(null);
  const line = signal<Line | null>(null);
  const below = signal(0);
  const active = signal<Id | null>(null);
  let screen: Screen = { isAtBottom: () => true, anchor: () => null };
  // A place asked for and not reached yet: the screen cannot say where the reader is meant to be.
  let asked: Place | null = null;
  let isOpening = false;

  function draw(items: readonly MessageItem[], slice: Slice, place: Place): void {
    asked = place;
    drawn.value = { items, slice, place };
  }

  function here({ items, slice }: Drawn): Place {
    if (asked) return asked;
    const isAtEnd = slice.end >= items.length && screen.isAtBottom();
    return isAtEnd ? { at: "bottom" } : { at: "anchor", anchor: screen.anchor() };
  }

  async function open(): Promise<void> {
    isOpening = true;
    const newest = conversation.newestSeq.peek();
    const found = lineAtOpening({ read: conversation.readSeqAtOpen.peek(), newest });
    const isNear = found !== null && newest - found.after <= REACH;
    if (isNear) await loadUntil(conversation, ([oldest]) => (oldest?.seq ?? 0) <= found.after + 1);
    const items = conversation.items.peek();
    const first = isNear ? firstUnder(found, items, mySide) : null;
    batch(() => {
      line.value = found;
      if (first) draw(items, around(items.indexOf(first), items.length), { at: "unread" });
      else draw(items, latest(items.length), { at: "bottom" });
    });
  }

  function advance(items: readonly MessageItem[]): void {
    const held = drawn.peek();
    if (!held) return void (isOpening || open()); // not awaited: drawing follows
    const place = here(held);
    const isFollowing = place.at === "bottom";
    batch(() => {
      const arrived = hear({ before: held.items, after: items }, { youngPersonId, mySide, line });
      if (!isFollowing) below.value += arrived;
      draw(items, follow(held.slice, { before: held.items, after: items, isFollowing }), place);
    });
  }

  const stop = effect(() => {
    const items = conversation.items.value;
    if (conversation.ready.value && !status.value.firstSync) untracked(() => advance(items));
  });

  /** Change what is in the page without moving what the reader looks at. */
  function shift(change: (slice: Slice, total: number) => Slice): void {
    const held = drawn.peek();
    if (!held || asked) return;
    const slice = change(held.slice, held.items.length);
    if (slice.start === held.slice.start && slice.end === held.slice.end) return;
    draw(held.items, slice, { at: "anchor", anchor: screen.anchor() });
  }

  function showMessage(index: number, isFound: boolean): void {
    const held = drawn.peek();
    const item = held?.items[index];
    if (!held || !item) return;
    const isShown = index >= held.slice.start && index < held.slice.end;
    active.value = item.id;
    draw(held.items, isShown ? held.slice : around(index, held.items.length), { at: "message", id: item.id, isFound });
  }

  function underLine<T>(read: (line: Line, items: readonly MessageItem[]) => T, otherwise: T): T {
    return line.value && drawn.value ? read(line.value, drawn.value.items) : otherwise;
  }

  const indexOf = (id: Id) => drawn.peek()?.items.findIndex((item) => item.id === id) ?? -1;

  return {
    youngPersonId,
    view,
    mySide,
    other: computed(() => otherPerson(youngPersonId, view)),
    drawn,
    firstUnread: computed(() => underLine((found, items) => firstUnder(found, items, mySide)?.id ?? null, null)),
    unread: computed(() => underLine((found, items) => countUnder(found, items, mySide), 0)),
    below,
    active,
    find: (id) => conversation.items.peek().find((item) => item.id === id),
    watch: (next) => void (screen = next),
    settled: () => void (asked = null),
    showEarlier() {
      shift(earlier);
      const held = drawn.peek();
      // not awaited: what is loaded is drawn when the reader comes near
      if (held && isRunningOut(held.slice) && conversation.hasOlder.peek()) void loadOnce(conversation);
    },
    showLater: () => shift(later),
    showBottom() {
      const held = drawn.peek();
      if (!held || here(held).at === "bottom") return;
      const { items, slice } = held;
      draw(items, slice.end >= items.length ? slice : latest(items.length), { at: "bottom" });
    },
    reachedBottom() {
      const held = drawn.peek();
      if (held && held.slice.end >= held.items.length) below.value = 0;
    },
    activate: (id) => void (active.value = id),
    async move(from, by) {
      if (by < 0 && indexOf(from) === 0) await loadOnce(conversation);
      showMessage(indexOf(from) + by, false);
    },
    focusLast: () => showMessage((drawn.peek()?.items.length ?? 0) - 1, false),
    async jumpTo(id) {
      await loadUntil(conversation, (items) => items.some((item) => item.id === id));
      showMessage(indexOf(id), true);
    },
    close() {
      stop();
      conversation.close();
    },
  };
}
