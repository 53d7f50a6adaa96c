/** From rows to what a thread shows: order, states, what may still be changed. */

import { computed, type ReadonlySignal } from "@preact/signals";
import type { Id, Message, Row, Thread } from "../api/types.ts";
import type { StoredMessage } from "./base.ts";
import { clock, tick } from "./clock.ts";
import type { MessageItem, MessageState } from "./conversation.ts";
import type { Intent, Quarantined } from "./intent.ts";
import { author, pending, quarantine } from "./memory.ts";
import { replay, touches, type Author } from "./overlay.ts";

const LATE_MS = 10 * 60_000;
const EDIT_MS = 15 * 60_000;
const DELETE_MS = 24 * 3_600_000;

interface Source {
  scope: ReadonlySignal<number | undefined>;
  rows: ReadonlySignal<StoredMessage[]>;
  quoted: ReadonlySignal<ReadonlyMap<Id, StoredMessage>>;
  thread: ReadonlySignal<Row<"thread"> | undefined>;
}

/** Items of a thread; an item that did not change stays the same object. */
export function itemsOf({ scope, rows, quoted, thread }: Source): ReadonlySignal<MessageItem[]> {
  let before: MessageItem[] = [];
  const base = computed(() => new Map(rows.value.map((row) => [row.id, row as Row<"message">])));

  return computed(() => {
    void tick.value;
    const waiting = pending.value.filter((intent) => intent.s === scope.value && touches(intent, "message"));
    const seen = replay("message", base.value, waiting, author.value);
    const context: Context = {
      by: author.value,
      marks: thread.value?.d,
      waiting: groupById(waiting),
      find: (id) => (seen.get(id) ?? quoted.value.get(id))?.d,
      now: clock.now(),
    };
    const shown = [...seen.values()].map((row) => itemOf(row, context));
    const received = shown.filter((item) => item.seq !== null);
    const unsent = shown.filter((item) => item.seq === null);
    return (before = settled(before, [...received, ...refusedItems(scope.value, context), ...unsent]));
  });
}

interface Context {
  by: Author;
  marks: Thread | undefined;
  waiting: Map<Id, Intent[]>;
  find(id: Id): Message | undefined;
  now: number;
}

function itemOf({ id, d }: Row<"message">, context: Context): MessageItem {
  const mine = d.author === context.by.id;
  const waiting = context.waiting.get(id) ?? [];
  const isAlive = mine && d.deleted === null;
  const neverLeft = waiting.some((intent) => intent.type === "message.send" && !intent.tried);
  const age = context.now - d.at;
  return {
    id,
    seq: d.seq,
    mine,
    side: d.side,
    name: d.name,
    text: d.text,
    at: d.at,
    late: d.seq !== null && d.arrived - d.at > LATE_MS,
    edited: d.edited !== null,
    deleted: d.deleted !== null,
    replyTo: quoteOf(d.reply_to, context),
    state: mine ? stateOf(d, waiting.length > 0, context) : null,
    canEdit: isAlive && (neverLeft || age <= EDIT_MS),
    canDelete: isAlive && (neverLeft || age <= DELETE_MS),
  };
}

function stateOf({ seq, side }: Message, isWaiting: boolean, { marks }: Context): MessageState {
  if (isWaiting || seq === null) return "waiting";
  const other = marks?.[side === "advisor" ? "young_person" : "advisor"];
  if ((other?.read ?? 0) >= seq) return "read";
  return (other?.received ?? 0) >= seq ? "received" : "sent";
}

function quoteOf(id: Id | null, { find }: Context): MessageItem["replyTo"] {
  if (id === null) return null;
  const message = find(id);
  return { id, name: message?.name ?? "", text: message?.text ?? null };
}

/** Messages the server refused stay in the thread, with their words, until the person decides. */
function refusedItems(scope: number | undefined, context: Context): MessageItem[] {
  return quarantine.value
    .filter(({ intent, build }) => intent.s === scope && intent.type === "message.send" && build === undefined)
    .map((one) => refusedItem(one, context));
}

function refusedItem({ intent, why }: Quarantined, context: Context): MessageItem {
  const replyTo = typeof intent.set.reply_to === "string" ? intent.set.reply_to : null;
  return {
    id: intent.id,
    seq: null,
    mine: true,
    side: context.by.side,
    name: context.by.name,
    text: String(intent.set.text ?? ""),
    at: intent.at,
    late: false,
    edited: false,
    deleted: false,
    replyTo: quoteOf(replyTo, context),
    state: "failed",
    why,
    intentKey: intent.u,
    canEdit: false,
    canDelete: false,
  };
}

function groupById(intents: Intent[]): Map<Id, Intent[]> {
  const groups = new Map<Id, Intent[]>();
  for (const intent of intents) groups.set(intent.id, [...(groups.get(intent.id) ?? []), intent]);
  return groups;
}

/** The former objects where nothing in them changed, so that their bubbles are not drawn again; the former list when none did. */
function settled(before: MessageItem[], items: MessageItem[]): MessageItem[] {
  const known = new Map(before.map((item) => [item.id, item]));
  const next = items.map((item) => {
    const old = known.get(item.id);
    return old && isSame(old, item) ? old : item;
  });
  return next.length === before.length && next.every((item, index) => item === before[index]) ? before : next;
}

function isSame(old: MessageItem, item: MessageItem): boolean {
  for (const name in item) {
    const part = name as keyof MessageItem;
    if (part !== "replyTo" && old[part] !== item[part]) return false;
  }
  const [was, is] = [old.replyTo, item.replyTo];
  return was?.id === is?.id && was?.text === is?.text && was?.name === is?.name;
}
