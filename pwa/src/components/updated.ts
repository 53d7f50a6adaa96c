import { civilDay, clock, shortDay } from "../i18n/dates.ts";
import { t } from "../i18n/t.ts";

/** The age of what is shown: « Mis à jour à 8 h 40 » today, « Mis à jour hier » or « Mis à jour le 23 nov. » before. */
export function updatedWords(at: number, now: number = Date.now()): string {
  if (civilDay(at) === civilDay(now)) return t("sync.updated_today", { when: clock(at) });
  const day = shortDay(at, now);
  return /^\d/.test(day) ? t("sync.updated_on", { when: day }) : t("sync.updated", { when: day });
}

/** The same in a word: « 8 h 40 », « hier », « 23 nov. ». */
export function ageOf(at: number, now: number = Date.now()): string {
  return civilDay(at) === civilDay(now) ? clock(at) : shortDay(at, now);
}
