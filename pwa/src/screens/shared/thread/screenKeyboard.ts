/** Smaller changes than this are an address bar, not a keyboard. CSS pixels. */
const KEYBOARD = 120;

/**
 * Some phones lay their keyboard over the page instead of making it smaller: `--covered` is what it hides, so that the
 * field stays above it. Answers what stops following.
 */
export function followKeyboard(): () => void {
  const view = globalThis.visualViewport;
  if (!view) return () => undefined;
  const { documentElement: root } = document;
  const follow = () => {
    const covered = Math.round(innerHeight - view.height);
    const isUp = covered > KEYBOARD && view.scale === 1;
    root.toggleAttribute("data-keyboard", isUp);
    root.style.setProperty("--covered", isUp ? `${covered}px` : "0px");
    if (isUp) scrollTo(0, 0);
  };
  view.addEventListener("resize", follow);
  follow();
  return () => {
    view.removeEventListener("resize", follow);
    root.removeAttribute("data-keyboard");
    root.style.removeProperty("--covered");
  };
}
