/** What is written over a young person's page: one form at a time. */

import { signal } from "@preact/signals";
import type { Id } from "../../../api/types.ts";

export type Panel =
  | { show: "new_action" }
  | { show: "edit_action"; id: Id }
  | { show: "validate"; id: Id }
  | { show: "new_appointment" }
  | { show: "edit_appointment"; id: Id }
  | { show: "edit_note"; id: Id }
  | { show: "contact" };

export const panel = signal<Panel | null>(null);

export function openPanel(next: Panel): void {
  panel.value = next;
}

export function closePanel(): void {
  panel.value = null;
}
