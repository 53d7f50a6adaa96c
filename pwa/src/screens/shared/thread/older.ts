/** Older messages, page by page, from this device. */

import type { Conversation, MessageItem } from "../../../store/conversation.ts";

const loading = new WeakMap<Conversation, Promise<void>>();

/** Load one older page; several askers share it. */
export function loadOnce(conversation: Conversation): Promise<void> {
  const held = loading.get(conversation) ?? conversation.loadOlder().finally(() => loading.delete(conversation));
  loading.set(conversation, held);
  return held;
}

/** Load until these messages are enough, or there is nothing older. */
export async function loadUntil(
  conversation: Conversation,
  isEnough: (items: readonly MessageItem[]) => boolean,
): Promise<void> {
  while (!isEnough(conversation.items.peek()) && conversation.hasOlder.peek()) await loadOnce(conversation);
}
