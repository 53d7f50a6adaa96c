/** Which arrangement fits, in the reader's own rem: very large text takes the path of a small screen. */

import { signal } from "@preact/signals";

export type Layout = "phone" | "tablet" | "desktop" | "wide";

const FROM_REM: [Layout, number][] = [["wide", 80], ["desktop", 64], ["tablet", 40]];

export function layoutFor(widthPx: number, remPx: number): Layout {
  return FROM_REM.find(([, rem]) => widthPx >= rem * remPx)?.[0] ?? "phone";
}

export const layout = signal<Layout>("wide");

export const isPhone = () => layout.value === "phone";
/** Room for the full side bar and a docked conversation. */
export const isDesktop = () => layout.value === "desktop" || layout.value === "wide";
/** Room for a third pane. */
export const isWide = () => layout.value === "wide";

function measure(): void {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  layout.value = layoutFor(innerWidth, rem);
}

/** Follows the window and the chosen text size; returns how to stop. */
export function watchLayout(): () => void {
  const textSize = new MutationObserver(measure);
  textSize.observe(document.documentElement, { attributeFilter: ["data-text"] });
  addEventListener("resize", measure);
  measure();
  return () => {
    textSize.disconnect();
    removeEventListener("resize", measure);
  };
}
