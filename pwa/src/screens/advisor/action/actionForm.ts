/** An action written by an advisor: what is typed, what is wrong with it, what is sent. Pure. */

import type { ActionStatus, Category, CivilDay, Row } from "../../../api/types.ts";
import { addDays } from "../../../store/followup/days.ts";
import { cleanTitle, excessOf, LONGEST_TITLE, LONGEST_WORDS } from "../../shared/action/limits.ts";

export interface ActionWords {
  title: string;
  description: string;
  category: Category | null;
  /** The day due; of a done action, the day it was done. */
  day: CivilDay;
  status: ActionStatus;
}
export type ActionFaults = Partial<Record<"title" | "description" | "day", { key: string; count?: number }>>;

/** Two years either way: what the server accepts. */
const FURTHEST_DAYS = 730;

export function blankAction(today: CivilDay): ActionWords {
  return { title: "", description: "", category: null, day: addDays(today, 7), status: "not_started" };
}

export function wordsOf({ d }: Row<"action">): ActionWords {
  return { title: d.title, description: d.description ?? "", category: d.category, day: d.due, status: d.status };
}

/** What was being written, on top of what is there; nothing when it cannot be read. */
export function typedIn(text: string): Partial<ActionWords> {
  try {
    const held: unknown = JSON.parse(text || "{}");
    return typeof held === "object" && held !== null ? (held as Partial<ActionWords>) : {};
  } catch {
    return {};
  }
}

/** What keeps it from being saved, by field. */
export function faultsOfAction({ title, description, day, status }: ActionWords, today: CivilDay): ActionFaults {
  const faults: ActionFaults = {};
  const tooLong = excessOf(cleanTitle(title), LONGEST_TITLE);
  if (cleanTitle(title) === "") faults.title = { key: "action_form.title.missing" };
  else if (tooLong > 0) faults.title = { key: "words.too_long", count: tooLong };
  const tooMuch = excessOf(description, LONGEST_WORDS);
  if (tooMuch > 0) faults.description = { key: "words.too_long", count: tooMuch };
  const wrong = faultOfDay(day, status === "done", today);
  if (wrong) faults.day = { key: wrong };
  return faults;
}

function faultOfDay(day: CivilDay, isDone: boolean, today: CivilDay): string | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return "day.fault.missing";
  if (isDone && day > today) return "day.fault.ahead";
  return day < addDays(today, -FURTHEST_DAYS) || day > addDays(today, FURTHEST_DAYS) ? "day.fault.far" : null;
}
