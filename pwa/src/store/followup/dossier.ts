/** What is followed in one dossier, in order. Read inside a component: it re-renders when that dossier changes, not another. */

import type { Id, Row } from "../../api/types.ts";
import { dossierScope, notesScope, record } from "../records.ts";
import { shelvesOf } from "./shelves.ts";

export { timeZone } from "./timeZone.ts";

const byText = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

const actions = shelvesOf("action", {
  keyOf: ({ s, d }) => (d.deleted === null ? s : null),
  compare: (one, other) => byText(one.d.due, other.d.due) || byText(one.id, other.id),
});
const comments = shelvesOf("comment", {
  keyOf: ({ d }) => d.action,
  compare: (one, other) => one.d.at - other.d.at || byText(one.id, other.id),
});
const appointments = shelvesOf("appointment", {
  keyOf: ({ s }) => s,
  compare: (one, other) => one.d.starts - other.d.starts || byText(one.id, other.id),
});
const notes = shelvesOf("note", {
  keyOf: ({ s, d }) => (d.deleted === null && d.text !== null ? s : null),
  compare: (one, other) => other.d.at - one.d.at || byText(other.id, one.id),
});

/** Actions that are not deleted, by day due. */
export function actionsOf(youngPersonId: Id): Row<"action">[] {
  return actions(dossierScope(youngPersonId) ?? -1);
}

/** Oldest first. */
export function commentsOf(actionId: Id): Row<"comment">[] {
  return comments(actionId);
}

/** Cancelled ones included, by time. */
export function appointmentsOf(youngPersonId: Id): Row<"appointment">[] {
  return appointments(dossierScope(youngPersonId) ?? -1);
}

/** Latest first; none on a young person's device. */
export function notesOf(youngPersonId: Id): Row<"note">[] {
  return notes(notesScope(youngPersonId) ?? -1);
}

export function contactOf(youngPersonId: Id): Row<"contact"> | undefined {
  return record("contact", youngPersonId);
}

/** Whether the server will let an action be deleted, as far as this device knows: neither done, validated nor commented. */
export function mayDelete({ id, d }: Row<"action">): boolean {
  return d.deleted === null && d.status !== "done" && d.qualification === null && commentsOf(id).length === 0;
}
