/** Two drafts for a thread: changing a message puts what was being written aside, it does not replace it. */

import type { Id } from "../../../api/types.ts";
import { clearDraft, type Draft, readDraft, writeDraft } from "../../../store/drafts.ts";

export function draftKeys(youngPersonId: Id): { newKey: string; editKey: string } {
  return { newKey: `thread:${youngPersonId}`, editKey: `thread:${youngPersonId}:edit` };
}

/** The new message and the change that were being written. */
export function readDrafts(youngPersonId: Id): Promise<[Draft | null, Draft | null]> {
  const { newKey, editKey } = draftKeys(youngPersonId);
  return Promise.all([readDraft(newKey), readDraft(editKey)]);
}

/** Keep a draft; an empty one that is about nothing is none. */
export async function keepDraft(key: string, draft: Draft): Promise<void> {
  if (draft.text || draft.replyTo || draft.editing) await writeDraft(key, draft);
  else await clearDraft(key);
}
