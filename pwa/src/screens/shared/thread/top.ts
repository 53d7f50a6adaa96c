import { shownToast } from "../../../components/toast.ts";

/**
 * `--thread-top` is where the conversation begins: toasts are shown there, over older messages, rather than at the
 * bottom where they would lie on what is being written. Answers what stops telling.
 */
export function tellTop(pane: HTMLElement): () => void {
  const root = document.documentElement;
  // Only while a toast is shown: a value of the root changes the style of every element, at the worst moment.
  const tell = () => {
    if (shownToast.peek()) root.style.setProperty("--thread-top", `${pane.getBoundingClientRect().top}px`);
  };
  // Whatever comes or goes above (no network, a new version) changes the height left to the conversation.
  const sizes = new ResizeObserver(tell);
  sizes.observe(pane);
  const stopToasts = shownToast.subscribe(tell);
  root.dataset.thread = "";
  return () => {
    sizes.disconnect();
    stopToasts();
    root.style.removeProperty("--thread-top");
    delete root.dataset.thread;
  };
}
