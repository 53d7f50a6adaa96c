import { t } from "../i18n/t.ts";

/** First stop of the keyboard: jumps over header and menu, to the element with id "contenu". */
export function SkipLink() {
  const jump = (event: MouseEvent) => {
    // The address keeps its own fragment, which may be an invitation code.
    event.preventDefault();
    document.getElementById("contenu")?.focus();
  };
  return (
    <a class="skip-link" href="#contenu" onClick={jump}>
      {t("skip_link")}
    </a>
  );
}
