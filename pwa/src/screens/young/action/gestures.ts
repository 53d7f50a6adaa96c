/** What a young person does to an action: kept on the device, said in a toast, taken back for a few seconds. */

import type { CivilDay, Id, Row } from "../../../api/types.ts";
import { toast } from "../../../components/toast.ts";
import { capital, nearDay } from "../../../i18n/civil.ts";
import { t } from "../../../i18n/t.ts";
import { createAction } from "../../../intents/createAction.ts";
import { deleteAction } from "../../../intents/deleteAction.ts";
import type { Done } from "../../../intents/done.ts";
import { editAction } from "../../../intents/editAction.ts";
import { setActionStatus } from "../../../intents/setActionStatus.ts";
import { today } from "../../../store/followup/days.ts";
import { timeZone } from "../../../store/followup/timeZone.ts";
import { youngPersonOf } from "../../../store/records.ts";
import { me } from "../../../store/session.ts";
import type { Words } from "../../shared/action/editing.ts";

type ActionRow = Row<"action">;

/** Whose dossier the action is in. */
function target({ s, id }: ActionRow): { youngPersonId: Id; id: Id } {
  return { youngPersonId: youngPersonOf(s) ?? me.peek()?.id ?? "", id };
}

async function saying(words: string, gesture: Promise<Done>): Promise<void> {
  const { undo } = await gesture;
  toast(words, undo ? { undo } : {});
}

/** Done, on `day` or today. */
export function markDone(row: ActionRow, day?: CivilDay): Promise<void> {
  const words = row.d.status === "done" && day ? movedWords(day) : t("action.toast.done");
  return saying(words, setActionStatus({ ...target(row), status: "done", ...(day ? { doneOn: day } : {}) }));
}

/** Under way: begun, or not finished after all. */
export function markInProgress(row: ActionRow): Promise<void> {
  return saying(t("action.toast.in_progress"), setActionStatus({ ...target(row), status: "in_progress" }));
}

/** To do again, when it was cancelled. */
export function resume(row: ActionRow): Promise<void> {
  return saying(t("action.toast.resumed"), setActionStatus({ ...target(row), status: "not_started" }));
}

export function cancel(row: ActionRow): Promise<void> {
  return saying(t("action.toast.cancelled"), setActionStatus({ ...target(row), status: "cancelled" }));
}

export function moveTo(row: ActionRow, day: CivilDay): Promise<void> {
  return saying(movedWords(day), editAction({ ...target(row), due: day }));
}

export function erase(row: ActionRow): Promise<void> {
  return saying(t("action.toast.deleted"), deleteAction(target(row)));
}

/** `draft`: key of what was being written, forgotten in the same transaction. */
export function reword(row: ActionRow, words: Partial<Words>, draft: string): Promise<void> {
  return saying(t("action.toast.changed"), editAction({ ...target(row), ...words, draft }));
}

/** The same again, to do on its day or today when that day has passed. Gives the copy's id. */
export async function duplicate(row: ActionRow): Promise<Id> {
  const { title, description, category, due } = row.d;
  const day = today(timeZone());
  const { id, undo } = await createAction({ ...target(row), title, description, category, due: due < day ? day : due });
  toast(t("action.toast.copied"), undo ? { undo } : {});
  return id;
}

function movedWords(day: CivilDay): string {
  return t("action.toast.moved", { day: capital(nearDay(day, today(timeZone()))) });
}
