import type { Row } from "../../../api/types.ts";
import { toast } from "../../../components/toast.ts";
import { t } from "../../../i18n/t.ts";
import { editAppointment } from "../../../intents/editAppointment.ts";
import { moveAppointment } from "../../../intents/moveAppointment.ts";
import { clearDraft } from "../../../store/drafts.ts";
import { timeZone } from "../../../store/followup/dossier.ts";
import type { DossierSummary } from "../../../store/summaries.ts";
import { type AppointmentWords, spanOf } from "./appointmentForm.ts";

/** Another time or place, then other words; what stays the same is not sent. One « Annuler » takes both back. */
export async function change({ youngPersonId }: DossierSummary, { id }: Row<"appointment">, words: AppointmentWords, draft: string): Promise<void> {
  const span = spanOf(words, timeZone());
  if (!span) return;
  const { type, precision, bring, note, modality, place } = words;
  const moved = await moveAppointment({ youngPersonId, id, ...span, modality, place });
  const edited = await editAppointment({ youngPersonId, id, type, precision, bring, note });
  await clearDraft(draft);
  const undos = [edited.undo, moved.undo].filter((undo) => undo !== undefined);
  const undo = async () => {
    for (const one of undos) await one();
  };
  toast(t(moved.undo ? "appointment_form.moved" : "appointment_form.saved"), undos.length > 0 ? { undo } : {});
}
