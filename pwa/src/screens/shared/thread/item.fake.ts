import type { MessageItem } from "../../../store/conversation.ts";

/** A message Nadia wrote to Karim on Tuesday 24 November 2026, 9 h 16. */
export function messageItem(changes: Partial<MessageItem> = {}): MessageItem {
  return {
    id: "m1",
    seq: 1,
    mine: false,
    side: "advisor",
    name: "Nadia Benali",
    text: "Tu peux me dire si ça te va ?",
    at: Date.parse("2026-11-24T09:16:00+01:00"),
    late: false,
    edited: false,
    deleted: false,
    replyTo: null,
    state: null,
    canEdit: false,
    canDelete: false,
    ...changes,
  };
}

/** A message Karim wrote, seen by him. */
export function myItem(changes: Partial<MessageItem> = {}): MessageItem {
  const mine = { mine: true, side: "young_person", name: "Karim Haddad", state: "sent" } as const;
  return messageItem({ ...mine, text: "Oui, je postule ce soir.", ...changes });
}
