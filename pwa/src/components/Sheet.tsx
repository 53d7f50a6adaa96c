import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { focusHeading } from "../a11y/navigation.ts";
import { t } from "../i18n/t.ts";
import { Icon } from "./Icon.tsx";

export interface SheetProps {
  open: boolean;
  title: string;
  onClose: () => void;
  children: ComponentChildren;
}

/** A dialog from below (young) or centred (advisor): Esc, back and the scrim close it, focus returns. */
export function Sheet({ open, title, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return;
    const element = dialog.current;
    const opener = document.activeElement;
    element?.showModal();
    heading.current?.focus();
    return () => {
      element?.close();
      // Opened by a key, or from something that is gone: the page begins again at its name.
      if (opener instanceof HTMLElement && opener !== document.body && opener.isConnected) opener.focus();
      else focusHeading();
    };
  }, [open]);
  if (!open) return null;
  return (
    <dialog
      class="sheet"
      ref={dialog}
      aria-labelledby={id}
      // Heard a moment later: by then another dialog may be open, which must stay.
      onClose={(event) => event.target === dialog.current && onClose()}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <div class="sheet-body stack">
        <div class="spread">
          <h2 class="sheet-title" id={id} ref={heading} tabIndex={-1}>
            {title}
          </h2>
          <button class="icon-button" type="button" onClick={onClose} aria-label={t("sheet.close")}>
            <Icon name="x" />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
