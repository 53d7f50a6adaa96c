/** The panel that lets people in: a form, a question, then what to hand over. */

import { signal } from "@preact/signals";
import type { Invitation } from "../../../api/types.ts";

export interface Who {
  /** null for a colleague, who has no page here. */
  id: string | null;
  firstName: string;
  lastName: string;
}

export type Panel =
  | { step: "young_person" }
  | { step: "advisor" }
  | { step: "new_code"; who: Who }
  | { step: "handed"; who: Who; invitation: Invitation };

export const panel = signal<Panel | null>(null);

export function openInvite(): void {
  panel.value = { step: "young_person" };
}

export function openInviteAdvisor(): void {
  panel.value = { step: "advisor" };
}

export function openNewCode({ youngPersonId, firstName, lastName }: { youngPersonId: string } & Omit<Who, "id">): void {
  panel.value = { step: "new_code", who: { id: youngPersonId, firstName, lastName } };
}

export function hand(who: Who, invitation: Invitation): void {
  panel.value = { step: "handed", who, invitation };
}

export function closePanel(): void {
  panel.value = null;
}
