const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const NBSP = "\u00a0";

/** How long somebody has waited, roughly and never zero: « 31 min », « 2 h », « 3 jours ». */
export function roughly(milliseconds: number): string {
  if (milliseconds < HOUR_MS) return `${Math.max(1, Math.floor(milliseconds / MINUTE_MS))}${NBSP}min`;
  if (milliseconds < DAY_MS) return `${Math.floor(milliseconds / HOUR_MS)}${NBSP}h`;
  const days = Math.floor(milliseconds / DAY_MS);
  return `${days}${NBSP}${days < 2 ? "jour" : "jours"}`;
}
