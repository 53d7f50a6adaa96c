/** Birth dates, which are days and never instants. */

const words = new Intl.DateTimeFormat("fr-FR", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** « 3 mars 2026 », « 1er mars 2026 », from "2026-03-03". */
export function dayInWords(day: string): string {
  return words
    .formatToParts(new Date(`${day}T00:00:00Z`))
    .map(({ type, value }) => (type === "day" && value === "1" ? "1er" : value))
    .join("")
    .replaceAll(" ", "\u00a0");
}

/** Full years lived on a day; both are "YYYY-MM-DD". */
export function ageOn(day: string, birthDate: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
