/** What is being typed, kept through a kill: words, caret, what it answers or edits. */

import type { Id, Instant } from "../api/types.ts";
import { openedStore, watchingRoom } from "./write.ts";

export interface Draft {
  text: string;
  /** Caret: selectionStart and selectionEnd. */
  start: number;
  end: number;
  replyTo?: Id;
  editing?: Id;
  at: Instant;
}

export async function readDraft(key: string): Promise<Draft | null> {
  const draft = await openedStore().outbox.read(["draft"], (tx) => tx.objectStore("draft").get(key));
  return (draft as Draft | undefined) ?? null;
}

/** Keep a draft, durable when the promise resolves; throws DeviceFull when the device has no room. */
export async function writeDraft(key: string, draft: Draft): Promise<void> {
  const { outbox } = openedStore();
  await watchingRoom(() => outbox.write(["draft"], "strict", (tx) => tx.objectStore("draft").put(draft, key)));
}

export async function clearDraft(key: string): Promise<void> {
  await openedStore().outbox.write(["draft"], "strict", (tx) => tx.objectStore("draft").delete(key));
}
