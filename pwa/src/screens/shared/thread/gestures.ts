/** What may be done with a message. */

import type { MessageItem } from "../../../store/conversation.ts";
import { remedyFor } from "../remedies.ts";

export type Gesture = "reply" | "listen" | "copy" | "edit" | "retry" | "delete" | "discard";

type Asked = Pick<MessageItem, "state" | "why" | "seq" | "deleted" | "canEdit" | "canDelete">;

/** In the order they are shown, what mends a refusal first; none for a deleted message. */
export function gesturesFor(item: Asked, { canListen }: { canListen: boolean }): Gesture[] {
  if (item.deleted) return [];
  const isFailed = item.state === "failed";
  const gestures: [Gesture, boolean][] = [
    ["retry", isFailed],
    ["reply", item.seq !== null],
    ["listen", canListen],
    ["copy", true],
    ["edit", isFailed || item.canEdit],
    ["delete", !isFailed && item.canDelete],
    ["discard", isFailed],
  ];
  const offered = gestures.filter(([, isOffered]) => isOffered).map(([gesture]) => gesture);
  const first = isFailed ? remedyFor(item.why) : undefined;
  return offered.sort((one, other) => Number(other === first) - Number(one === first));
}
