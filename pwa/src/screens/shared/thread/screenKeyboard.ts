/** Smaller changes than this are an address bar, not a keyboard. CSS pixels. */
const KEYBOARD = 120;

/** How high the screen was without a keyboard, as far as is known, at the width it has. */
let tallest = { width: 0, height: 0 };

/**
 * `data-keyboard` while the keyboard of a phone is up: it makes the page smaller or is laid over it, and a field is in
 * use. `--covered` is what it hides when it lies over the page, so that the field stays above it. Answers what stops
 * following.
 */
export function followKeyboard(): () => void {
  const view = globalThis.visualViewport;
  if (!view) return () => undefined;
  const { documentElement: root } = document;
  const follow = () => {
    if (tallest.width !== innerWidth) tallest = { width: innerWidth, height: 0 };
    tallest.height = Math.max(tallest.height, innerHeight);
    const covered = Math.round(innerHeight - view.height);
    const isUp = isWriting() && tallest.height - view.height > KEYBOARD && view.scale === 1;
    const isOver = isUp && covered > KEYBOARD;
    const wasUp = root.hasAttribute("data-keyboard");
    root.toggleAttribute("data-keyboard", isUp);
    root.style.setProperty("--covered", isOver ? `${covered}px` : "0px");
    if (isOver) scrollTo(0, 0);
    // Where the page is higher than what is left of the screen, where one writes comes first.
    if (isUp && !wasUp) document.activeElement?.closest("form")?.scrollIntoView({ block: "nearest" });
  };
  view.addEventListener("resize", follow);
  document.addEventListener("focusin", follow);
  // Measuring makes the browser lay the page out at once; without a field in use, no keyboard is up.
  if (isWriting()) follow();
  return () => {
    view.removeEventListener("resize", follow);
    document.removeEventListener("focusin", follow);
    root.removeAttribute("data-keyboard");
    root.style.removeProperty("--covered");
  };
}

const isWriting = () => document.activeElement?.matches("input, textarea") ?? false;
