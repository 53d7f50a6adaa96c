import { useLayoutEffect } from "preact/hooks";
import { Banner } from "../../../components/Banner.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { t } from "../../../i18n/t.ts";
import { isFullSaid } from "../full.ts";
import type { Composing, Trouble } from "./composing.ts";
import { copyText } from "./copy.ts";

const KEYS: Record<Trouble, string> = {
  full: "composer.full",
  failed: "composer.failed",
  too_late: "composer.edit.too_late",
};

/** The words did not leave the field: why, and a way to keep them elsewhere. */
export function ComposerTrouble({ composing }: { composing: Composing }) {
  const trouble = composing.trouble.value;
  useLayoutEffect(() => {
    isFullSaid.value = trouble === "full";
    return () => void (isFullSaid.value = false);
  }, [trouble]);
  if (!trouble) return null;
  return (
    <Banner tone={trouble === "too_late" ? "notice" : "danger"} title={t(`${KEYS[trouble]}.title`)} live>
      <p>{t(`${KEYS[trouble]}.text`)}</p>
      <button class="button button-small" type="button" onClick={() => void copyText(composing.content.peek().text)}>
        <Icon name="copy" size="small" />
        {t("composer.copy")}
      </button>
    </Banner>
  );
}
