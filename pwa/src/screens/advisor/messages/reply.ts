import { useLocation } from "preact-iso";
import { useEffect } from "preact/hooks";
import { leaveByCode } from "../../../a11y/navigation.ts";
import { focusComposer } from "../../shared/thread/field.ts";
import { personUnderCursor } from "../keys/cursor.ts";

/** Who is being answered: their conversation puts the caret in the composer when it opens. */
let wanted: string | null = null;

/** `r`: writes to the person under the cursor, or in the conversation on screen. */
export function useReply(shown?: string): () => void {
  const { route } = useLocation();
  return () => {
    const person = personUnderCursor() ?? shown;
    if (!person || person === shown) return focusComposer();
    wanted = person;
    leaveByCode();
    route(`/messages/${person}`);
  };
}

/** Takes the caret to the composer of a conversation opened by `r`. */
export function useWantedComposer(youngPersonId: string): void {
  useEffect(() => {
    if (wanted !== youngPersonId) return;
    wanted = null;
    // After the page has moved focus to its name.
    requestAnimationFrame(focusComposer);
  }, [youngPersonId]);
}
