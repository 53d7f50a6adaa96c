import { useLocation } from "preact-iso";
import { canGoBack } from "../../a11y/navigation.ts";

/** Goes back to where one came from, as it was left; to `otherwise` when this page was the first one opened. */
export function useLeave(otherwise: string): () => void {
  const { route } = useLocation();
  return () => {
    if (canGoBack()) history.back();
    else route(otherwise, true);
  };
}
