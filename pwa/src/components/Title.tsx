import { useLayoutEffect } from "preact/hooks";
import { arrive } from "../a11y/navigation.ts";
import { PRODUCT } from "../product.ts";

/** Names the page (« Messages, 2 non lus · Passerelle ») and, once per navigation, moves focus to its h1. */
export function Title({ children }: { children: string }) {
  useLayoutEffect(() => {
    document.title = `${children} · ${PRODUCT}`;
  }, [children]);
  useLayoutEffect(arrive, []);
  return null;
}
