import type { ComponentChildren } from "preact";
import type { IconName } from "../../build/icons.ts";
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
  return (
    <div class={`banner banner-${tone}`} role={live ? "status" : undefined}>
      <Icon name={icon ?? ICONS[tone]} />
      <div>
        <b>{title}</b>
        {children}
      </div>
    </div>
  );
}
