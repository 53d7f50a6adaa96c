import { signal } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";
import { arrive } from "../a11y/navigation.ts";
import { PRODUCT } from "../product.ts";

/** What every title adds to its page's name: « 2 non lus »; "" when there is nothing to say. */
export const titleNews = signal("");

/** Names the page (« Messages, 2 non lus · Passerelle ») and, once per navigation, moves focus to its h1. */
export function Title({ children }: { children: string }) {
  const named = [children, titleNews.value].filter(Boolean).join(", ");
  useLayoutEffect(() => {
    document.title = `${named} · ${PRODUCT}`;
  }, [named]);
  useLayoutEffect(arrive, []);
  return null;
}
