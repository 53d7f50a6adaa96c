import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { IconName } from "../../build/icons.ts";
import { announce } from "../a11y/announce.ts";
import { Icon } from "./Icon.tsx";

export type BannerTone = "info" | "good" | "notice" | "danger" | "offline" | "inline";

const ICONS: Record<BannerTone, IconName> = {
  info: "info",
  good: "circle-check",
  notice: "info",
  danger: "circle-alert",
  offline: "cloud-off",
  inline: "info",
};

export interface BannerProps {
  tone?: BannerTone;
  icon?: IconName;
  /** The fact, in bold. */
  title: string;
  /** One sentence, and at most one link or button. */
  children?: ComponentChildren;
  /** True only when it appears after the page is shown, so that it is announced. */
  live?: boolean;
}

/** A fact about the whole screen: icon, bold fact, one sentence. */
export function Banner({ tone = "info", icon, title, children, live }: BannerProps) {
  const words = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A region that appears already filled is not said by every reader: the one that is always there says it.
    if (live) announce(wordsOf(words.current!));
  }, [live, title]);
  return (
    <div class={`banner banner-${tone}`}>
      <Icon name={icon ?? ICONS[tone]} />
      <div ref={words}>
        <b>{title}</b>
        {children}
      </div>
    </div>
  );
}

/** The fact and its sentence, without the buttons. */
function wordsOf(element: HTMLElement): string {
  const parts = [...element.childNodes].filter((node) => !(node instanceof Element && node.matches("a, button")));
  return parts.map((node) => node.textContent?.trim()).filter(Boolean).join(" ");
}
