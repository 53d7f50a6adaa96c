import type { ComponentChildren } from "preact";
import { Icon } from "../../../components/Icon.tsx";
import { Title } from "../../../components/Title.tsx";
import { t } from "../../../i18n/t.ts";
import { isPhone } from "./layout.ts";
import { Stale } from "./Stale.tsx";
import { PhoneTools, Top } from "./Top.tsx";
import { retrace } from "./trail.ts";

export interface ScreenProps {
  /** Named in the tab. */
  title: string;
  heading: string;
  /** The screen writes its own h1 where there is room for one, in its content. */
  ownHeading?: boolean;
  /** Beside the h1: « 34 jeunes ». */
  aside?: ComponentChildren;
  actions?: ComponentChildren;
  /** On a phone: where « Retour » leads, and tools of this page instead of the usual ones. */
  back?: string;
  tools?: ComponentChildren;
  /** The content keeps to the height of the window and scrolls inside. */
  fill?: boolean;
  children: ComponentChildren;
}

/** One page of the advisor's view: the top line, its name, its actions, its content. */
export function Screen(props: ScreenProps) {
  return (
    <>
      <Title>{props.title}</Title>
      {isPhone() ? <PhoneHead {...props} /> : <Top />}
      <main id="contenu" tabIndex={-1} class="page" data-fill={props.fill || undefined}>
        <Head {...props} />
        <Stale />
        {props.children}
      </main>
    </>
  );
}

function PhoneHead({ heading, back, tools }: ScreenProps) {
  return (
    <header class="advisor-top">
      {back !== undefined && (
        <a class="icon-button" href={back} aria-label={t("topbar.back")} onClick={(event) => retrace(event, back)}>
          <Icon name="arrow-left" />
        </a>
      )}
      <h1 class={tools ? "two-lines" : undefined} tabIndex={-1}>
        {heading}
      </h1>
      {tools ?? <PhoneTools />}
    </header>
  );
}

function Head({ heading, ownHeading, aside, actions }: ScreenProps) {
  const hasHeading = !ownHeading && !isPhone();
  if (!hasHeading && !aside && !actions) return null;
  return (
    <div class="page-head">
      {hasHeading && <h1 tabIndex={-1}>{heading}</h1>}
      {aside}
      {actions && <div class="toolbar push">{actions}</div>}
    </div>
  );
}
