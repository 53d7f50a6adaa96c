import { t } from "../../../i18n/t.ts";
import "../../../i18n/words.ts";
import { AnswerState } from "../people/AnswerState.tsx";
import type { ShownAppointment } from "./appointment.ts";

/** « Vient », and once it is over « À renseigner », « Présent »… */
export function Attending({ row: { d }, isOver }: ShownAppointment) {
  if (!isOver) return <AnswerState answer={d.answer} />;
  return <span class="state">{t(`attendance.${d.attendance}`)}</span>;
}
