import { useEffect } from "preact/hooks";
import { Sheet } from "../../../components/Sheet.tsx";
import { t } from "../../../i18n/t.ts";
import { isSearchOpen } from "./asked.ts";
import { Search } from "./Search.tsx";

const ID = "recherche-telephone";

/** The search of a phone, over the page. */
export function SearchSheet() {
  const isOpen = isSearchOpen.value;
  const close = () => (isSearchOpen.value = false);
  useEffect(() => {
    // After the dialog has moved focus to its title.
    if (isOpen) requestAnimationFrame(() => document.getElementById(ID)?.focus());
  }, [isOpen]);
  return (
    <Sheet open={isOpen} title={t("search.label")} onClose={close}>
      <Search id={ID} alwaysOpen onGone={close} />
    </Sheet>
  );
}
