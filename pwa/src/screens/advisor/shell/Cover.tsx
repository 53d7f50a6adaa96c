import { useLayoutEffect, useRef } from "preact/hooks";
import { Mark } from "../../../components/Mark.tsx";
import { t } from "../../../i18n/t.ts";
import { PRODUCT } from "../../../product.ts";
import { isCovered } from "../../shared/cover.ts";

/** Hides the whole page, and the name in the tab, until a click or a key. */
export function Cover() {
  return isCovered.value ? <Curtain /> : null;
}

function Curtain() {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const title = document.title;
    document.title = PRODUCT;
    dialog.current?.showModal();
    return () => {
      // A message that arrived meanwhile may have written a newer title.
      if (document.title === PRODUCT) document.title = title;
    };
  }, []);
  const uncover = () => (isCovered.value = false);
  return (
    <dialog class="cover" ref={dialog} aria-labelledby="masque" onClose={uncover} onClick={uncover}>
      <div class="cover-words stack">
        <Mark />
        <h2 id="masque">{t("cover.title")}</h2>
        <p class="quiet">{t("cover.text")}</p>
        <button class="button" type="button">
          {t("cover.show")}
        </button>
      </div>
    </dialog>
  );
}
