import { isCovered } from "../cover.ts";

/** Whether somebody is looking: the page is visible, has the focus, and is not hidden by « Masquer l’écran ». */
export function isAttentive(): boolean {
  return document.visibilityState === "visible" && document.hasFocus() && !isCovered.peek();
}

/** Hear when that may have changed; the answer stops listening. */
export function onAttention(listener: () => void): () => void {
  document.addEventListener("visibilitychange", listener);
  addEventListener("focus", listener);
  addEventListener("blur", listener);
  let isFollowing = false;
  // A subscription speaks at once; only what comes after is a change.
  const uncover = isCovered.subscribe(() => isFollowing && listener());
  isFollowing = true;
  return () => {
    document.removeEventListener("visibilitychange", listener);
    removeEventListener("focus", listener);
    removeEventListener("blur", listener);
    uncover();
  };
}
