import "../../../i18n/words.ts";
import type { Appointment } from "../../../api/types.ts";
import { t } from "../../../i18n/t.ts";

/** What an appointment is about: the advisor's own words, or its type. */
export function appointmentName({ type, precision }: Pick<Appointment, "type" | "precision">): string {
  return precision ?? t(`appointment.type.${type}`);
}
