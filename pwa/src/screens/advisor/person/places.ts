/** Addresses of a young person's page: its parts, and one thing opened in a part. */

import type { Id } from "../../../api/types.ts";

export type Part = "fil" | "actions" | "rendez-vous" | "notes" | "dossier";
export const PARTS: readonly Part[] = ["fil", "actions", "rendez-vous", "notes", "dossier"];

export function partOf(asked: string | undefined): Part {
  return PARTS.find((part) => part === asked) ?? "fil";
}

export function hrefOf(youngPersonId: Id, part: Part): string {
  return part === "fil" ? `/jeunes/${youngPersonId}` : `/jeunes/${youngPersonId}?onglet=${part}`;
}

export function actionHref(youngPersonId: Id, id: Id): string {
  return `/jeunes/${youngPersonId}/actions/${id}`;
}

export function appointmentHref(youngPersonId: Id, id: Id): string {
  return `/jeunes/${youngPersonId}/rendez-vous/${id}`;
}
