import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n/t.ts";
import { Icon } from "./Icon.tsx";
import { dismissToast, shownToast, undoShown } from "./toast.ts";

export { toast } from "./toast.ts";

/** The one place where toasts appear; a shell mounts it once. */
export function Toasts() {
  const shown = shownToast.value;
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!shown || held) return;
    const timer = setTimeout(dismissToast, shown.duration);
    return () => clearTimeout(timer);
  }, [shown, held]);
  useUndoKey(shown?.undo !== undefined);
  if (!shown) return null;
  const hold = { onMouseEnter: () => setHeld(true), onMouseLeave: () => setHeld(false) };
  const keep = { onFocusIn: () => setHeld(true), onFocusOut: () => setHeld(false) };
  return (
    <section class="toast-place" aria-label={t("toast.name")}>
      <div class="toast" {...hold} {...keep}>
        <Icon name="check" />
        <span>{shown.text}</span>
        {shown.undo && (
          <button class="button" type="button" onClick={undoShown}>
            <Icon name="undo-2" size="small" />
            {t("toast.undo")}
          </button>
        )}
      </div>
    </section>
  );
}

/** Ctrl+Z outside a field does the same as « Annuler »: inside one, it belongs to the text. */
function useUndoKey(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const onKey = (event: KeyboardEvent) => {
      const inField = (event.target as Element | null)?.closest?.("input:not([type=checkbox], [type=radio]), textarea, [contenteditable]");
      if (inField || event.key !== "z" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      undoShown();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [active]);
}
