import type { ComponentChildren } from "preact";
import { t } from "../i18n/t.ts";
import { Icon } from "./Icon.tsx";

export interface TopbarProps {
  title: string;
  /** Where « Retour » leads. */
  back: string;
  /** What « Retour » does instead, when the page one came from is known. */
  onBack?: () => void;
  /** To the right of the title. */
  children?: ComponentChildren;
}

/** Head of a detail screen: back, a short h1, stays in view. */
export function Topbar({ title, back, onBack, children }: TopbarProps) {
  const follow = (event: MouseEvent) => {
    if (!onBack || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    // The router listens on the window, and does not look at what was prevented.
    event.stopPropagation();
    onBack();
  };
  return (
    <header class="topbar topbar-back topbar-sticky">
      <a class="icon-button" href={back} aria-label={t("topbar.back")} onClick={follow}>
        <Icon name="arrow-left" />
      </a>
      <h1 tabIndex={-1}>{title}</h1>
      {children}
    </header>
  );
}
