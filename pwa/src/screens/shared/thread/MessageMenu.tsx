import { useLayoutEffect, useRef } from "preact/hooks";
import type { IconName } from "../../../../build/icons.ts";
import { Icon } from "../../../components/Icon.tsx";
import { relativeDay } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/t.ts";
import type { MessageItem } from "../../../store/conversation.ts";
import type { Acts } from "./acts.ts";
import { type Gesture, gesturesFor } from "./gestures.ts";
import { canListen } from "./listen.ts";
import { placeBeside } from "./menuPlace.ts";
import type { Pane } from "./pane.ts";
import { nameOf } from "./people.ts";
import { authorOf, explainState } from "./words.ts";

const ICONS: Record<Gesture, IconName> = {
  reply: "reply",
  listen: "volume-2",
  copy: "copy",
  edit: "pencil",
  retry: "refresh-cw",
  delete: "trash-2",
  discard: "trash-2",
};

/** What the state of a message means, and what may be done with it. */
export function MessageMenu({ pane, acts }: { pane: Pane; acts: Acts }) {
  const id = acts.chosen.value;
  const item = id === null ? undefined : pane.drawn.value?.items.find((one) => one.id === id);
  if (!item) return null;
  return <Menu key={item.id} item={item} pane={pane} acts={acts} />;
}

function Menu({ item, pane, acts }: { item: MessageItem; pane: Pane; acts: Acts }) {
  const { dialog, heading } = useDialog(item, pane);
  const close = () => acts.choose(null);
  const run = (gesture: Gesture) => {
    // Closing first gives the focus back to the message, so that what comes next may take it from there.
    dialog.current?.close();
    acts.run(gesture, item);
  };
  const title = item.mine ? t("message.menu") : t("message.menu.theirs", { name: authorOf(item) });
  return (
    <dialog
      class="sheet message-menu"
      ref={dialog}
      aria-labelledby="message-menu-title"
      aria-describedby="message-explained"
      onClose={close}
      onClick={(event) => event.target === event.currentTarget && dialog.current?.close()}
      onKeyDown={moveAmongButtons}
    >
      <div class="message-menu-body">
        <h2 class="message-menu-title" id="message-menu-title" ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <Explanation item={item} other={nameOf(pane.other.value)} />
        <ul>
          {gesturesFor(item, { canListen: canListen.value }).map((gesture) => (
            <li key={gesture}>
              <button
                class="message-do"
                type="button"
                data-danger={gesture === "delete" || gesture === "discard" || undefined}
                onClick={() => run(gesture)}
              >
                <Icon name={ICONS[gesture]} />
                {t(`message.do.${gesture}`)}
              </button>
            </li>
          ))}
        </ul>
        <button class="button button-wide message-menu-close" type="button" onClick={() => dialog.current?.close()}>
          {t("message.menu.close")}
        </button>
      </div>
    </dialog>
  );
}

function Explanation({ item, other }: { item: MessageItem; other: string }) {
  const state = explainState(item, other);
  const late = item.late ? t("message.explain.late", { when: relativeDay(item.at) }) : null;
  if (!state && !late) return null;
  return <p class="message-explained" id="message-explained">{[state, late].filter(Boolean).join(" ")}</p>;
}

function useDialog(item: MessageItem, pane: Pane) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    if (!shown) return;
    shown.showModal();
    // What it is about and what its state means are heard first; the gestures come next.
    heading.current?.focus();
    if (pane.view === "advisor") placeBeside(shown, item);
    return () => shown.close();
  }, []);
  return { dialog, heading };
}

/** Arrows go from one button to the next, as in any menu. */
function moveAmongButtons(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const buttons = [...(event.currentTarget as Element).querySelectorAll("button")];
  const focused = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const index = focused < 0 && step < 0 ? 0 : focused;
  buttons[(index + step + buttons.length) % buttons.length]?.focus();
}
