/** Drafts within a transaction: sending forgets the words that were sent, and never those of another tab. */

import type { Id, Instant } from "../api/types.ts";
import type { WriteTx } from "./database.ts";

export interface Draft {
  text: string;
  /** Caret: selectionStart and selectionEnd. */
  start: number;
  end: number;
  replyTo?: Id;
  editing?: Id;
  at: Instant;
}

/** A draft that goes once its words are sent; `mine`: the words this page has sent, read or kept under that key. */
export interface SpentDraft {
  key: string;
  mine: readonly string[];
}

/** Forget a draft; the transaction must hold "draft". By its key alone, whatever it holds. */
export async function forgetDraft(tx: WriteTx, spent: string | SpentDraft): Promise<void> {
  const drafts = tx.objectStore("draft");
  if (typeof spent === "string") return void (await drafts.delete(spent));
  const { key, mine } = spent;
  const others = await keepOthers(tx, key, mine);
  const next = others.pop();
  await putAside(tx, key, others);
  if (next) await drafts.put(next, key);
  else await drafts.delete(key);
}

/** Put aside what is kept under a key and is not among `mine`; answers everything that is aside, the latest last. */
export async function keepOthers(tx: WriteTx, key: string, mine: readonly string[]): Promise<Draft[]> {
  const drafts = tx.objectStore("draft");
  const [held, aside] = await Promise.all([drafts.get(key), drafts.get(asideOf(key))]);
  const all = [...((aside as Draft[] | undefined) ?? []), ...(held ? [held as Draft] : [])];
  const others = all.filter(({ text }) => text.trim() !== "" && !mine.some((one) => one.trim() === text.trim()));
  await putAside(tx, key, others);
  return others;
}

async function putAside(tx: WriteTx, key: string, others: Draft[]): Promise<void> {
  const drafts = tx.objectStore("draft");
  if (others.length > 0) await drafts.put([...others], asideOf(key));
  else await drafts.delete(asideOf(key));
}

const asideOf = (key: string) => `${key}:aside`;
