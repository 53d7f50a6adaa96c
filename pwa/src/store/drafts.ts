/** What is being typed, kept through a kill: words, caret, what it answers or edits. */

import { type Draft, forgetDraft, keepOthers } from "./spentDrafts.ts";
import { openedStore, watchingRoom } from "./write.ts";

export type { Draft } from "./spentDrafts.ts";

export async function readDraft(key: string): Promise<Draft | null> {
  const draft = await openedStore().outbox.read(["draft"], (tx) => tx.objectStore("draft").get(key));
  return (draft as Draft | undefined) ?? null;
}

/**
 * Keep a draft, durable when the promise resolves; throws DeviceFull when the device has no room. With `mine`, the words
 * this page knows under that key, those of another tab are put aside and come back when these are sent.
 */
export async function writeDraft(key: string, draft: Draft, mine?: readonly string[]): Promise<void> {
  const { outbox } = openedStore();
  await watchingRoom(() =>
    outbox.write(["draft"], "strict", async (tx) => {
      if (mine) await keepOthers(tx, key, [...mine, draft.text]);
      await tx.objectStore("draft").put(draft, key);
    }),
  );
}

/** Forget a draft; with `mine`, only if it holds these words. */
export async function clearDraft(key: string, mine?: readonly string[]): Promise<void> {
  await openedStore().outbox.write(["draft"], "strict", (tx) => forgetDraft(tx, mine ? { key, mine } : key));
}
