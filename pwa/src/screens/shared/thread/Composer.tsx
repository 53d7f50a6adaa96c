import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { announce } from "../../../a11y/announce.ts";
import { Icon } from "../../../components/Icon.tsx";
import { t } from "../../../i18n/t.ts";
import { beforeUpdate } from "../../../update.ts";
import { ComposerAbout, leaveAbout } from "./ComposerAbout.tsx";
import { ComposerLength } from "./ComposerLength.tsx";
import { ComposerTrouble } from "./ComposerTrouble.tsx";
import type { Composing } from "./composing.ts";
import { FIELD } from "./field.ts";
import { lengthOf } from "./length.ts";
import type { Pane } from "./pane.ts";
import { nameOf } from "./people.ts";
import { quickReplies } from "./quick.ts";

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
    if (!(await composing.send())) return;
    pane.showBottom();
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
      {text === "" && composing.editing.value === null && <Quick pane={pane} composing={composing} isEmpty={isEmpty} />}
      <div class="composer-line">
        <Field pane={pane} composing={composing} onSend={() => form.current?.requestSubmit()} />
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

function Field({ pane, composing, onSend }: { pane: Pane; composing: Composing; onSend: () => void }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const content = composing.content.value;
  useLayoutEffect(() => {
    if (content.isPlaced) field.current?.setSelectionRange(content.start, content.end);
    fit(field.current);
  }, [content]);
  const read = () => {
    const { value: text, selectionStart: start, selectionEnd: end } = field.current!;
    const held = composing.content.peek();
    if (text !== held.text || start !== held.start || end !== held.end) composing.typed({ text, start, end });
  };
  useCaret(field, read);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    event.preventDefault();
    onSend();
  };
  const length = lengthOf(content.text);
  return (
    <>
      <label class="visually-hidden" for={FIELD}>
        {t("composer.field")}
      </label>
      <textarea
        class="control"
        id={FIELD}
        ref={field}
        rows={1}
        dir="auto"
        autocomplete="off"
        placeholder={pane.view === "advisor" ? t("composer.name", { name: nameOf(pane.other.value) }) : t("composer.field")}
        aria-describedby={length ? "message-length" : undefined}
        aria-invalid={length !== null && length.excess > 0 ? true : undefined}
        value={content.text}
        onInput={read}
        onKeyDown={onKeyDown}
      />
    </>
  );
}

/** Hear of the caret moving without a key: a tap, a word chosen. */
function useCaret(field: RefObject<HTMLTextAreaElement | null>, read: () => void): void {
  useEffect(() => {
    const onMoved = () => document.activeElement === field.current && read();
    document.addEventListener("selectionchange", onMoved);
    return () => document.removeEventListener("selectionchange", onMoved);
  }, []);
}

/** Where the browser does not size a field by its content. */
function fit(field: HTMLTextAreaElement | null): void {
  if (!field || CSS.supports("field-sizing", "content")) return;
  field.style.blockSize = "auto";
  field.style.blockSize = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
}

/** Words to send as they are or to change first. Then the keyboard is on « Envoyer », and no screen keyboard opens. */
function Quick({ pane, composing, isEmpty }: ComposerProps) {
  const replies = quickReplies(pane.view, { isEmpty, name: pane.other.value.firstName });
  const choose = (event: MouseEvent, reply: string) => {
    const form = (event.currentTarget as HTMLElement).closest("form");
    composing.fill(reply);
    announce(t("composer.filled"));
    form?.querySelector<HTMLElement>("[type=submit]")?.focus();
  };
  return (
    <div class="quick" role="group" aria-label={t("thread.quick")}>
      {replies.map((reply) => (
        <button class="button" type="button" key={reply} onClick={(event) => choose(event, reply)}>
          {reply}
        </button>
      ))}
    </div>
  );
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
