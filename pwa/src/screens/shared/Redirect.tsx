import { useLocation } from "preact-iso";
import { useLayoutEffect } from "preact/hooks";
import { leaveByCode } from "../../a11y/navigation.ts";

/** Goes to another page without leaving this one in the history. */
export function Redirect({ to, before }: { to: string; before?: () => void }) {
  const { route } = useLocation();
  useLayoutEffect(() => {
    before?.();
    leaveByCode();
    route(to, true);
  }, [to]);
  return null;
}
