/** What happened in one dossier, put together from what this device holds, latest first. Pure. */

import type { Id, Instant, Row } from "../../../api/types.ts";
import { instantAt, localDay } from "../../../store/followup/days.ts";
import { dayOfAction } from "../../../store/followup/hours.ts";

export type TimelineKind = "message" | "action" | "appointment" | "note";

/** A message as the list of a conversation gives it; only what is read here. */
export interface Said {
  id: Id;
  side: "young_person" | "advisor";
  mine: boolean;
  name: string;
  text: string | null;
  at: Instant;
}

interface Moment {
  key: string;
  at: Instant;
  /** The hour means something: not that of a whole day. */
  isTimed: boolean;
}
export type TimelineEntry = Moment &
  (
    | { kind: "message"; last: Said; count: number; isOneSided: boolean }
    | { kind: "action"; what: "created" | "done" | "validated"; row: Row<"action"> }
    | { kind: "appointment"; what: "held" | "answered" | "cancelled"; row: Row<"appointment"> }
    | { kind: "note"; row: Row<"note"> }
  );

export interface Sources {
  messages: readonly Said[];
  actions: readonly Row<"action">[];
  appointments: readonly Row<"appointment">[];
  notes: readonly Row<"note">[];
  now: Instant;
  timeZone: string;
}

/** Everything, the latest first; what is to come is not told here. */
export function timelineOf({ messages, actions, appointments, notes, now, timeZone }: Sources): TimelineEntry[] {
  const entries = [
    ...messagesByDay(messages, timeZone),
    ...actions.flatMap((row) => momentsOfAction(row, timeZone)),
    ...appointments.flatMap((row) => momentsOfAppointment(row, now)),
    ...notes.map((row): TimelineEntry => ({ kind: "note", key: row.id, at: row.d.at, isTimed: true, row })),
  ];
  return entries.sort((one, other) => other.at - one.at || (one.key < other.key ? -1 : 1));
}

/** One entry a day, under the last message of that day. */
function messagesByDay(messages: readonly Said[], timeZone: string): TimelineEntry[] {
  const days = new Map<string, Said[]>();
  for (const message of messages) {
    const day = localDay(message.at, timeZone);
    days.set(day, [...(days.get(day) ?? []), message]);
  }
  return [...days].map(([day, said]): TimelineEntry => {
    const last = said.reduce((one, other) => (other.at >= one.at ? other : one));
    return { kind: "message", key: `m${day}`, at: last.at, isTimed: true, last, count: said.length, isOneSided: said.every(({ side }) => side === last.side) };
  });
}

/** Noted, done, validated; noted and done by one gesture is one moment. */
function momentsOfAction(row: Row<"action">, timeZone: string): TimelineEntry[] {
  const { created, status, qualification } = row.d;
  const moment = (what: "created" | "done" | "validated", at: Instant, isTimed = true): TimelineEntry => {
    return { kind: "action", what, key: `${row.id} ${what}`, at, isTimed, row };
  };
  const done = status === "done" ? doneAt(row, timeZone) : null;
  const isAtOnce = done !== null && row.d.history[0]?.what === "created" && !row.d.history.some(isStatus);
  return [
    ...(isAtOnce ? [] : [moment("created", created)]),
    ...(done ? [moment("done", done.at, done.isTimed)] : []),
    ...(qualification ? [moment("validated", qualification.at)] : []),
  ];
}

const isStatus = ({ what }: { what: string }) => what === "status";

/** When it was done: the hour it was said, if it was said that day; the middle of that day otherwise. */
function doneAt({ d }: Row<"action">, timeZone: string): { at: Instant; isTimed: boolean } {
  const day = dayOfAction(d);
  const said = d.history.findLast(({ what, value }) => what === "status" && value === "done")?.at ?? d.created;
  return localDay(said, timeZone) === day ? { at: said, isTimed: true } : { at: instantAt(day, "12:00", timeZone), isTimed: false };
}

/** Answered, cancelled, or held once it has begun. */
function momentsOfAppointment(row: Row<"appointment">, now: Instant): TimelineEntry[] {
  const { starts, cancelled, answer, answered } = row.d;
  const moment = (what: "held" | "answered" | "cancelled", at: Instant): TimelineEntry => {
    return { kind: "appointment", what, key: `${row.id} ${what}`, at, isTimed: true, row };
  };
  return [
    ...(answer !== null && answered !== null ? [moment("answered", answered)] : []),
    ...(cancelled !== null ? [moment("cancelled", cancelled)] : starts <= now ? [moment("held", starts)] : []),
  ];
}
