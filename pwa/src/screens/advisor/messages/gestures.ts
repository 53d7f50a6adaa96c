/** What an advisor decides about a whole conversation. */

import { toast } from "../../../components/Toast.tsx";
import { t } from "../../../i18n/t.ts";
import { flagThread } from "../../../intents/flagThread.ts";
import { handleThread } from "../../../intents/handleThread.ts";
import { summary } from "../../../store/summaries.ts";
import { nameOf } from "../people/caseload.ts";

/** « Suivre cette conversation », or stop. */
export async function toggleFlag(youngPersonId: string): Promise<void> {
  const person = summary(youngPersonId);
  if (!person) return;
  const { undo } = await flagThread({ youngPersonId, flagged: !person.flagged });
  const key = person.flagged ? "thread.unflagged" : "thread.flagged";
  toast(t(key, { name: nameOf(person) }), undo ? { undo } : {});
}

/** « Traitée »: what was received needs no answer. */
export async function markHandled(youngPersonId: string): Promise<void> {
  const person = summary(youngPersonId);
  if (!person || person.waitingSince === null) return;
  const { undo } = await handleThread({ youngPersonId, seq: person.newestSeq });
  toast(t("thread.handled", { name: nameOf(person) }), undo ? { undo } : {});
}
