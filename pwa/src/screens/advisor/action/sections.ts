/** Actions of one dossier by what they ask of the advisor. Pure. */

import type { CivilDay, Row } from "../../../api/types.ts";
import { isToResume } from "../../../store/followup/week.ts";

export type Section = "to_validate" | "to_resume" | "open" | "finished" | "cancelled";
export const SECTIONS: readonly Section[] = ["to_validate", "to_resume", "open", "finished", "cancelled"];

/** Done, and nobody has validated it. */
export function isToValidate({ d }: Row<"action">): boolean {
  return d.status === "done" && d.qualification === null;
}

export function sectionOf(row: Row<"action">, today: CivilDay): Section {
  if (isToValidate(row)) return "to_validate";
  if (row.d.status === "done") return "finished";
  if (row.d.status === "cancelled") return "cancelled";
  return isToResume(row, today) ? "to_resume" : "open";
}

/** Each section in its order: what is to come by day, what is over latest first; empty ones are left out. */
export function sectionsOf(rows: readonly Row<"action">[], today: CivilDay): [Section, Row<"action">[]][] {
  const held = new Map<Section, Row<"action">[]>(SECTIONS.map((section) => [section, []]));
  for (const row of rows) held.get(sectionOf(row, today))!.push(row);
  for (const section of ["finished", "cancelled"] as const) held.get(section)!.sort((one, other) => (dayOf(one) < dayOf(other) ? 1 : -1));
  return [...held].filter(([, found]) => found.length > 0);
}

const dayOf = ({ d }: Row<"action">) => d.done_on ?? d.due;
