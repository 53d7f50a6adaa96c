/** Whether « Retour » may go back in the history, where scroll and focus are found again as they were left. */

let here: string | null = null;
let before: string | null = null;
let isPopped = false;

/** Follows the page shown; call at each change of address. */
export function followTrail(path: string): void {
  // After the browser's own back or forward, nobody knows what the history holds behind this page.
  before = isPopped ? null : here;
  here = path;
  isPopped = false;
}

export function watchTrail(): () => void {
  const onPop = () => (isPopped = true);
  addEventListener("popstate", onPop, { capture: true });
  return () => removeEventListener("popstate", onPop, { capture: true });
}

/** Goes back when the page « Retour » names is the one just left, whichever part of it was read; otherwise the link is followed. */
export function retrace(event: Event, back: string): void {
  if (before !== back.split("?")[0]) return;
  event.preventDefault();
  event.stopPropagation();
  history.back();
}
