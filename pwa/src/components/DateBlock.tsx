import type { Instant } from "../api/types.ts";
import { dateParts } from "../i18n/dates.ts";

/** A day as a leaf of calendar; hidden from screen readers, since the date is written beside it. */
export function DateBlock({ at }: { at: Instant }) {
  const { weekday, day, month } = dateParts(at);
  return (
    <span class="date-block" aria-hidden="true">
      {weekday}
      <b>{day}</b>
      {month}
    </span>
  );
}
