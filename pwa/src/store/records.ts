/** Small records in memory, as the person should see them: what the server said, then what waits on this device. */

import { computed } from "@preact/signals";
import type { Id, Kind, Row, ScopeKind } from "../api/types.ts";
import { person, seenRows } from "./memory.ts";

/**
 * One record, or undefined. Read inside a component: it re-renders when the record changes.
 * Messages are not held in memory: see conversation.ts.
 */
export function record<K extends Exclude<Kind, "message">>(k: K, id: Id): Row<K> | undefined {
  return seenRows(k).get(id);
}

/** Every record of a kind, in no particular order. */
export function records<K extends Exclude<Kind, "message">>(k: K): Row<K>[] {
  return [...seenRows(k).values()];
}

const scopeByOwner = computed(() => new Map([...seenRows("grant").values()].map(({ d }) => [d.kind + d.owner, d.scope])));
const youngPersonByScope = computed(() => new Map([...seenRows("grant").values()].filter(isDossier).map(({ d }) => [d.scope, d.owner])));

function isDossier({ d }: Row<"grant">): boolean {
  return d.kind === "d" || d.kind === "n";
}

function scopeOf(kind: ScopeKind, owner: Id): number | undefined {
  return scopeByOwner.value.get(kind + owner);
}

/** The scope that both sides read. */
export function dossierScope(youngPersonId: Id): number | undefined {
  return scopeOf("d", youngPersonId);
}

/** The scope that only advisors read. */
export function notesScope(youngPersonId: Id): number | undefined {
  return scopeOf("n", youngPersonId);
}

export function userScope(): number | undefined {
  return person.value?.scope;
}

/** The young person of a `d` or `n` scope; undefined for another scope, or without a grant. */
export function youngPersonOf(scope: number): Id | undefined {
  return youngPersonByScope.value.get(scope);
}
