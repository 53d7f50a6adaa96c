/** What the portfolio and the list of threads show of each dossier, without reading its messages. */

import { computed, type ReadonlySignal } from "@preact/signals";
import type { Id, Instant, Message, Row, Side } from "../api/types.ts";
import { countUnread, waitingSince } from "./digest.ts";
import { excerpt } from "./excerpt.ts";
import type { Intent } from "./intent.ts";
import { author, digests, pending, seenRows } from "./memory.ts";
import { replay, touches } from "./overlay.ts";

export interface DossierSummary {
  youngPersonId: Id;
  scope: number;
  firstName: string;
  lastName: string;
  birthDate: string | null;
  scheme: "CEJ" | "PACEA";
  activated: boolean;
  /** `text` is the beginning of it, on one line; null when the last message was deleted. */
  last: { text: string | null; at: Instant; mine: boolean; side: Side; name: string; deleted: boolean } | null;
  /** When the first message that waits for the advisors' answer was written; null when nobody waits. */
  waitingSince: Instant | null;
  /** Messages of the other side not read yet; 100 means « 99+ ». */
  unread: number;
  flagged: boolean;
  /** Number of the latest message the server has recorded, deleted or not; 0 when there is none. */
  newestSeq: number;
}

/** Every dossier this person may read, in no particular order. */
export const summaries: ReadonlySignal<DossierSummary[]> = computed(() =>
  [...seenRows("young_person").values()].map((row) => summarise(row, waitingByScope.value.get(row.s) ?? [])),
);

const byYoungPerson = computed(() => new Map(summaries.value.map((one) => [one.youngPersonId, one])));

export function summary(youngPersonId: Id): DossierSummary | undefined {
  return byYoungPerson.value.get(youngPersonId);
}

/** Intents about messages that wait on this device, by scope. */
const waitingByScope = computed(() => {
  const groups = new Map<number, Intent[]>();
  for (const intent of pending.value) {
    if (touches(intent, "message")) groups.set(intent.s, [...(groups.get(intent.s) ?? []), intent]);
  }
  return groups;
});

function summarise({ s, id, d }: Row<"young_person">, waiting: Intent[]): DossierSummary {
  const held = digests.value.get(s);
  const triage = seenRows("triage").get(id)?.d;
  const read = seenRows("read_position").get(id)?.d.seq ?? 0;
  const run = held?.run ?? [];
  const last = lastMessage(held?.last, s, waiting);
  const isAnswered = waiting.some(({ type }) => type === "message.send") && author.value.side === "advisor";
  return {
    youngPersonId: id,
    scope: s,
    firstName: d.first_name,
    lastName: d.last_name,
    birthDate: d.birth_date,
    scheme: d.scheme,
    activated: d.activated,
    last: last && shown(last),
    waitingSince: isAnswered ? null : waitingSince(run, triage?.handled ?? 0),
    unread: countUnread(run, author.value.side, read),
    flagged: triage?.flagged ?? false,
    newestSeq: held?.last?.d.seq ?? 0,
  };
}

function lastMessage(held: { id: Id; v: number; d: Message } | null | undefined, s: number, waiting: Intent[]): Message | null {
  const base = new Map<Id, Row<"message">>(held ? [[held.id, { s, k: "message", ...held }]] : []);
  const seen = [...replay("message", base, waiting, author.value).values()];
  return seen[seen.length - 1]?.d ?? null;
}

function shown(message: Message): DossierSummary["last"] {
  const { text, at, side, name, deleted } = message;
  return { text: text === null ? null : excerpt(text), at, mine: message.author === author.value.id, side, name, deleted: deleted !== null };
}
