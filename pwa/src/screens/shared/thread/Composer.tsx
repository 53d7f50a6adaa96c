import { useEffect, useRef } from "preact/hooks";
import { Icon } from "../../../components/Icon.tsx";
import { t } from "../../../i18n/t.ts";
import { beforeUpdate } from "../../../update.ts";
import { ComposerAbout, leaveAbout } from "./ComposerAbout.tsx";
import { ComposerField } from "./ComposerField.tsx";
import { ComposerLength } from "./ComposerLength.tsx";
import { ComposerTrouble } from "./ComposerTrouble.tsx";
import type { Composing } from "./composing.ts";
import type { Pane } from "./pane.ts";
import { nameOf } from "./people.ts";
import { QuickReplies } from "./QuickReplies.tsx";

interface ComposerProps {
  pane: Pane;
  composing: Composing;
  isEmpty: boolean;
}

/** Where one writes: quick replies, the field « Votre message », « Envoyer ». */
export function Composer({ pane, composing, isEmpty }: ComposerProps) {
  useKeptWords(composing);
  const form = useRef<HTMLFormElement>(null);
  const send = async (event: Event) => {
    event.preventDefault();
    if (!composing.content.peek().text.trim()) form.current?.querySelector("textarea")?.focus();
    const isNew = composing.editing.peek() === null;
    if (!(await composing.send())) return;
    if (isNew) pane.showBottom();
    leaveButton(form.current);
  };
  const { text } = composing.content.value;
  return (
    <form
      class="composer"
      ref={form}
      aria-label={t("composer.name", { name: nameOf(pane.other.value) })}
      onSubmit={send}
      onKeyDown={(event) => event.key === "Escape" && leaveAbout(composing)}
    >
      <ComposerTrouble composing={composing} />
      <ComposerAbout pane={pane} composing={composing} />
      {text === "" && composing.editing.value === null && (
        <QuickReplies pane={pane} composing={composing} isEmpty={isEmpty} />
      )}
      <div class="composer-line">
        <ComposerField pane={pane} composing={composing} onSend={() => form.current?.requestSubmit()} />
        <SendButton view={pane.view} />
      </div>
      <ComposerLength text={text} />
    </form>
  );
}

/** The keyboard of a phone stays up while sending: pressing the button does not take the focus from the field. */
function SendButton({ view }: { view: Pane["view"] }) {
  const keepFocus = (event: MouseEvent) => event.preventDefault();
  const isWord = view === "advisor";
  return (
    <button
      class={isWord ? "button button-primary" : "icon-button icon-button-filled"}
      type="submit"
      onMouseDown={keepFocus}
    >
      {isWord ? t("composer.send") : <Icon name="send-horizontal" />}
      {!isWord && <span class="visually-hidden">{t("composer.send")}</span>}
    </button>
  );
}

/** With a keyboard, the next message can be typed at once; a touch screen must not open its own. */
function leaveButton(form: HTMLFormElement | null): void {
  const isOnButton = form?.querySelector("[type=submit]") === document.activeElement;
  if (isOnButton && matchMedia("(pointer: fine)").matches) form?.querySelector("textarea")?.focus();
}

/** What is being written outlives the page: a closed tab, a call, an update, a dead battery. */
function useKeptWords(composing: Composing): void {
  useEffect(() => {
    const flush = () => void composing.flush(); // not awaited: the page may be going
    const onHide = () => document.visibilityState === "hidden" && flush();
    addEventListener("pagehide", flush);
    document.addEventListener("visibilitychange", onHide);
    const stop = beforeUpdate(() => composing.flush());
    return () => {
      removeEventListener("pagehide", flush);
      document.removeEventListener("visibilitychange", onHide);
      stop();
      flush();
    };
  }, [composing]);
}
