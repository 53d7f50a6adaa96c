/**
 * `--thread-top` is where the conversation begins: toasts are shown there, over older messages, rather than at the
 * bottom where they would lie on what is being written. Answers what stops telling.
 */
export function tellTop(pane: HTMLElement): () => void {
  const root = document.documentElement;
  // Whatever comes or goes above (no network, a new version) changes the height left to the conversation.
  const tell = () => root.style.setProperty("--thread-top", `${pane.getBoundingClientRect().top}px`);
  const sizes = new ResizeObserver(tell);
  sizes.observe(pane);
  root.dataset.thread = "";
  return () => {
    sizes.disconnect();
    root.style.removeProperty("--thread-top");
    delete root.dataset.thread;
  };
}
