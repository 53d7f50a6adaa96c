import type { ComponentChildren } from "preact";
import { t } from "../i18n/t.ts";
import { Icon } from "./Icon.tsx";

export interface TopbarProps {
  title: string;
  /** Where « Retour » leads. */
  back: string;
  /** To the right of the title. */
  children?: ComponentChildren;
}

/** Head of a detail screen: back, a short h1, stays in view. */
export function Topbar({ title, back, children }: TopbarProps) {
  return (
    <header class="topbar topbar-back topbar-sticky">
      <a class="icon-button" href={back} aria-label={t("topbar.back")}>
        <Icon name="arrow-left" />
      </a>
      <h1 tabIndex={-1}>{title}</h1>
      {children}
    </header>
  );
}
