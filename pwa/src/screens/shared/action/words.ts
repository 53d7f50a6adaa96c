/** What the screens say of an action. Pure. */

import type { Action, HistoryEntry, Id } from "../../../api/types.ts";
import { nearDay } from "../../../i18n/civil.ts";
import { t } from "../../../i18n/t.ts";
import { hoursOfCategory } from "../../../store/followup/hours.ts";
import { firstNameOf } from "../names.ts";

/** « Emploi, compte 3 h »; the family alone when hours are not counted for this person. */
export function worthOf({ category, qualification }: Action, { counts, family }: { counts: boolean; family: string }): string {
  const hours = hoursOfCategory(category);
  if (!counts) return family;
  if (qualification) return t("action.worth.validated", { family, count: qualification.hours });
  return hours > 0 ? t("action.worth", { family, hours }) : family;
}

/** « Demandée par Nadia : hier, 9 h 15 », « Notée par vous : 9 h 15 »; `me`: who reads. */
export function authorWords({ id, side, name }: Action["creator"], when: string, me: Id | undefined): string {
  const key = side === "young_person" ? "action.written" : "action.asked";
  return t(id === me ? `${key}.me` : key, { name: firstNameOf(name), when });
}

/** One line of the history: « Nadia change le jour : vendredi 27 novembre »; `me`: who reads. */
export function eventWords(entry: HistoryEntry, today: string, me: Id | undefined): string {
  return t(`history.did.${keyOf(entry, me)}`, { who: whoOf(entry), value: valueOf(entry, today) });
}

function keyOf({ what, side, value, by }: HistoryEntry, me: Id | undefined): string {
  const about = what === "status" ? `status.${value ?? "not_started"}` : what === "created" ? `created.${side}` : what;
  return by === me ? `${about}.me` : about;
}

function whoOf({ name }: HistoryEntry): string {
  return firstNameOf(name);
}

function valueOf({ what, value }: HistoryEntry, today: string): string {
  if (value === null) return "";
  if (what === "due") return nearDay(value, today);
  return what === "category" ? t(`category.${value}`) : value;
}

/** What comes next: « À faire pour jeudi 26 novembre »; null when nothing does. */
export function nextWords({ status, due }: Action, today: string): string | null {
  if (status !== "not_started" && status !== "in_progress") return null;
  return due < today ? t("history.next.late", { day: nearDay(due, today) }) : t("history.next", { day: nearDay(due, today) });
}
