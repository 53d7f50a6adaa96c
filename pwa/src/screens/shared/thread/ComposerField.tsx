import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../../../i18n/t.ts";
import type { Composing } from "./composing.ts";
import { FIELD } from "./field.ts";
import { lengthOf } from "./length.ts";
import type { Pane } from "./pane.ts";
import { nameOf } from "./people.ts";

interface ComposerFieldProps {
  pane: Pane;
  composing: Composing;
  onSend: () => void;
}

/** « Votre message »: Enter goes to the next line, Ctrl or Cmd with Enter sends. */
export function ComposerField({ pane, composing, onSend }: ComposerFieldProps) {
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
  const placeholder =
    pane.view === "advisor" ? t("composer.name", { name: nameOf(pane.other.value) }) : t("composer.field");
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
        placeholder={placeholder}
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
