const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const NBSP = "\u00a0";

/** How long somebody has waited, roughly and never zero: « 31 min », « 2 heures », « 3 jours ». */
export function roughly(milliseconds: number): string {
  if (milliseconds < HOUR_MS) return `${Math.max(1, Math.floor(milliseconds / MINUTE_MS))}${NBSP}min`;
  if (milliseconds < DAY_MS) return counted(Math.floor(milliseconds / HOUR_MS), "heure");
  return counted(Math.floor(milliseconds / DAY_MS), "jour");
}

function counted(count: number, unit: string): string {
  return `${count}${NBSP}${unit}${count < 2 ? "" : "s"}`;
}
