/** Sentences about a person that several screens share. */

import { computed } from "@preact/signals";
import { civilDay, shortDay } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/t.ts";
import { clock, tick } from "../../../store/clock.ts";
import type { DossierSummary } from "../../../store/summaries.ts";
import { exchangeOf, writerOf } from "./exchange.ts";
import { roughly } from "./waits.ts";

/** « Vous avez écrit », « Attend votre réponse »… */
export function exchangeWords(person: DossierSummary): string {
  return t(`exchange.${exchangeOf(person)}`, { name: writerOf(person) });
}

/** « 31 min », « 5 jours »; null when nobody waits. */
export function waitOf({ waitingSince }: DossierSummary): string | null {
  void tick.value;
  return waitingSince === null ? null : roughly(clock.now() - waitingSince);
}

/** « Attend votre réponse depuis 31 min »; null when nobody waits. */
export function waitWords(person: DossierSummary): string | null {
  const time = waitOf(person);
  return time && t("exchange.waits_for", { time });
}

/** The last words, as a list shows them: « Vous : Parfait, à demain ». */
export function excerptOf(person: DossierSummary): string {
  const { last } = person;
  if (!last) return exchangeWords(person);
  if (last.deleted || last.text === null) return t("exchange.deleted");
  const text = last.text.replace(/\s+/g, " ");
  if (last.mine) return t("exchange.excerpt", { name: t("exchange.you"), text });
  return last.side === "advisor" ? t("exchange.excerpt", { name: writerOf(person), text }) : text;
}

const today = computed(() => {
  void tick.value;
  return civilDay(clock.now());
});
// Formatting a date is the slow part of a long list; what was said of it stays true until midnight.
const days = computed(() => ({ day: today.value, said: new Map<number, string>() }));

/** « 9 h 41 », « Hier », « 12 nov. » */
export function dayOf(at: number): string {
  const { said } = days.value;
  let words = said.get(at);
  if (words === undefined) said.set(at, (words = capital(shortDay(at, clock.now()))));
  return words;
}

/** « Aujourd’hui, 9 h 41 », « Hier », « 12 nov. », where there is room. */
export function momentOf(at: number): string {
  return civilDay(at) === today.value ? t("exchange.today", { time: dayOf(at) }) : dayOf(at);
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
