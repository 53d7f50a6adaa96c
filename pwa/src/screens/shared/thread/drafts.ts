/**
 * Two drafts for a thread: changing a message puts what was being written aside, it does not replace it. What another
 * tab is writing in the same thread is never forgotten with the words of this one.
 */

import type { Id } from "../../../api/types.ts";
import { clearDraft, type Draft, readDraft, writeDraft } from "../../../store/drafts.ts";
import type { SpentDraft } from "../../../store/spentDrafts.ts";

export interface Drafts {
  newKey: string;
  editKey: string;
  /** The new message and the change that were being written. */
  read(): Promise<[Draft | null, Draft | null]>;
  /** Keep a draft; an empty one that is about nothing is none. */
  keep(key: string, draft: Draft): Promise<void>;
  /** What goes with the sending of these words. */
  spent(key: string, sent: string): SpentDraft;
  clear(key: string): Promise<void>;
}

export function openDrafts(youngPersonId: Id): Drafts {
  const newKey = `thread:${youngPersonId}`;
  const editKey = `thread:${youngPersonId}:edit`;
  /** The words this page read or kept last under each key. */
  const known = new Map<string, string>();
  const mine = (key: string, ...more: string[]) => [known.get(key) ?? "", ...more];

  async function read(key: string): Promise<Draft | null> {
    const draft = await readDraft(key);
    if (draft) known.set(key, draft.text);
    return draft;
  }

  function keep(key: string, draft: Draft): Promise<void> {
    const held = mine(key);
    known.set(key, draft.text);
    const isSomething = draft.text || draft.replyTo || draft.editing;
    return isSomething ? writeDraft(key, draft, held) : clearDraft(key, held);
  }

  return {
    newKey,
    editKey,
    read: () => Promise.all([read(newKey), read(editKey)]),
    keep,
    spent: (key, sent) => ({ key, mine: mine(key, sent) }),
    clear: (key) => clearDraft(key, mine(key)),
  };
}
