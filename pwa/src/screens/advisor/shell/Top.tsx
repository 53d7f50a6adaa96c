import { Icon } from "../../../components/Icon.tsx";
import { t } from "../../../i18n/t.ts";
import { askSearch } from "../search/asked.ts";
import { Search } from "../search/Search.tsx";
import { coverScreen } from "../../shared/cover.ts";
import { isHelpOpen } from "./help.ts";
import { SyncLine } from "./SyncLine.tsx";

/** Always there: find somebody, know what is up to date, hide the screen, get help. */
export function Top() {
  return (
    <section class="advisor-top" aria-label={t("top.name")}>
      <Search id="recherche" />
      <span class="push" />
      <SyncLine />
      <button class="button" type="button" onClick={coverScreen}>
        <Icon name="eye-off" size="small" />
        <span class="top-words">{t("top.cover")}</span>
      </button>
      <button class="icon-button" type="button" aria-label={t("top.help")} onClick={() => (isHelpOpen.value = true)}>
        <Icon name="circle-question-mark" />
      </button>
    </section>
  );
}

/** The same, as far as a phone has room; the rest is in « Plus ». */
export function PhoneTools() {
  return (
    <>
      <SyncLine onlyWaiting />
      <button class="icon-button" type="button" aria-label={t("search.label")} onClick={askSearch}>
        <Icon name="search" />
      </button>
      <button class="icon-button" type="button" aria-label={t("top.cover")} onClick={coverScreen}>
        <Icon name="eye-off" />
      </button>
    </>
  );
}
