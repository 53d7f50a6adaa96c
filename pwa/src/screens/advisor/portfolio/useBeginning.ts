import { useLocation } from "preact-iso";
import { leaveByCode } from "../../../a11y/navigation.ts";
import { personUnderCursor } from "../keys/cursor.ts";

/** `n`, `a`: opens, on the page of the person under the cursor, the form of something new. */
export function useBeginning(part: "actions" | "rendez-vous"): () => void {
  const { route } = useLocation();
  return () => {
    const person = personUnderCursor();
    if (!person) return;
    leaveByCode();
    route(`/jeunes/${person}?onglet=${part}&nouveau=1`);
  };
}
