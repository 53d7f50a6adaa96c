import { useEffect, useState } from "preact/hooks";
import type { Id } from "../../../api/types.ts";
import { type Conversation, openConversation } from "../../../store/conversation.ts";
import type { Said } from "./timeline.ts";

const NONE: Said[] = [];

/** The latest messages of a conversation, those this device holds at hand; deleted ones are not told. */
export function useSaid(youngPersonId: Id): readonly Said[] {
  const [open, setOpen] = useState<Conversation | null>(null);
  useEffect(() => {
    const conversation = openConversation(youngPersonId);
    setOpen(conversation);
    return () => conversation.close();
  }, [youngPersonId]);
  const items = open?.items.value ?? NONE;
  return items;
}
