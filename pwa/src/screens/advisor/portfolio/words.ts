/** What a line of the portfolio says of a day and of a week. */

import { computed } from "@preact/signals";
import type { Instant } from "../../../api/types.ts";
import { civilDay, clock as hourOf, dateParts, shortDay } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/t.ts";
import { clock, tick } from "../../../store/clock.ts";
import type { DossierSummary } from "../../../store/summaries.ts";

const NBSP = "\u00a0";
const DAY_MS = 86_400_000;
/** From here on a month is not enough to say which year. */
const FAR_DAYS = 300;

// A text: it stays equal until midnight, and no row is drawn again for a minute that passes.
const today = computed(() => {
  void tick.value;
  return civilDay(clock.now());
});

/** « aujourd’hui, 14 h 00 », « jeu. 26, 14 h 00 », « mar. 1er déc., 15 h 00 ». */
export function appointmentMoment(starts: Instant): string {
  return `${dayWords(starts, today.value)}, ${hourOf(starts)}`;
}

function dayWords(starts: Instant, now: string): string {
  const then = civilDay(starts);
  const days = Math.round((Date.parse(then) - Date.parse(now)) / DAY_MS);
  if (days === 0 || days === 1) return t(days === 0 ? "portfolio.today" : "portfolio.tomorrow");
  const { weekday, day, month } = dateParts(starts);
  const words = [`${weekday.slice(0, 3)}.`, day === "1" ? "1er" : day];
  if (then.slice(0, 7) !== now.slice(0, 7)) words.push(month);
  if (Math.abs(days) >= FAR_DAYS) words.push(then.slice(0, 4));
  return words.join(NBSP);
}

/** « depuis le 12 nov. », when the wait began on another day than that of the last message; null otherwise. */
export function waitingFrom({ last, waitingSince }: Pick<DossierSummary, "last" | "waitingSince">): string | null {
  if (!last || waitingSince === null || civilDay(last.at) === civilDay(waitingSince)) return null;
  const day = shortDay(waitingSince, clock.now());
  return civilDay(waitingSince) === dayBefore(today.value) ? t("portfolio.since.yesterday") : t("portfolio.since", { day });
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10);
}

/** « aujourd’hui, 9 h 41 », « hier », « 12 nov. » */
export function lastDay(at: Instant): string {
  return civilDay(at) === today.value ? `${t("portfolio.today")}, ${hourOf(at)}` : shortDay(at, clock.now());
}

/** « 9 h, dont 5 validées » */
export function hoursWords({ validated, declared }: { validated: number; declared: number }): string {
  return t("portfolio.hours", { total: validated + declared, validated });
}

/** What a telephone dials: « +33 (0)6 12… » loses its zero, which is not dialled after the country. */
export function dialled(phone: string): string {
  return `tel:${phone.replace(/^(\s*\+.*)\(0\)/, "$1").replace(/[^+\d]/g, "")}`;
}
