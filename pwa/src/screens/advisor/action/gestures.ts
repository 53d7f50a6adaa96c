/** What an advisor does to an action: kept on the device, said in a toast, taken back for a few seconds where it can be. */

import type { ActionStatus, Id, Row } from "../../../api/types.ts";
import { toast } from "../../../components/toast.ts";
import { t } from "../../../i18n/t.ts";
import { createAction } from "../../../intents/createAction.ts";
import { deleteAction } from "../../../intents/deleteAction.ts";
import type { Done } from "../../../intents/done.ts";
import { qualifyAction } from "../../../intents/qualifyAction.ts";
import { setActionStatus } from "../../../intents/setActionStatus.ts";
import { today } from "../../../store/followup/days.ts";
import { timeZone } from "../../../store/followup/dossier.ts";

/** Say what was done, with « Annuler » when it can be taken back. */
export async function saying(words: string, gesture: Promise<Done>): Promise<void> {
  const { undo } = await gesture;
  toast(words, undo ? { undo } : {});
}

export function setStatus(youngPersonId: Id, { id }: Row<"action">, status: ActionStatus): Promise<void> {
  return saying(t(`action_page.toast.${status}`), setActionStatus({ youngPersonId, id, status }));
}

/** The hours become final. */
export function validate(youngPersonId: Id, id: Id, { hours, comment }: { hours: number; comment: string }): Promise<void> {
  return saying(t("validate.toast"), qualifyAction({ youngPersonId, id, hours, comment }));
}

export function erase(youngPersonId: Id, { id }: Row<"action">): Promise<void> {
  return saying(t("action_page.toast.deleted"), deleteAction({ youngPersonId, id }));
}

/** The same again, to do on its day or today when that day has passed. Gives the copy's id. */
export async function duplicate(youngPersonId: Id, { d }: Row<"action">): Promise<Id> {
  const { title, description, category, due } = d;
  const day = today(timeZone());
  const { id, undo } = await createAction({ youngPersonId, title, description, category, due: due < day ? day : due });
  toast(t("action_page.toast.copied"), undo ? { undo } : {});
  return id;
}
