import { useEffect } from "preact/hooks";
import { announce } from "../../../a11y/announce.ts";
import { t } from "../../../i18n/t.ts";
import { Icon } from "../../../components/Icon.tsx";
import { lengthOf } from "./length.ts";

/** The length, once it matters: near the limit, then how much is too much, said aloud when the limit is passed. */
export function ComposerLength({ text }: { text: string }) {
  const length = lengthOf(text);
  const excess = length?.excess ?? 0;
  const isTooLong = excess > 0;
  useEffect(() => {
    if (isTooLong) announce(t("composer.too_long", { count: excess }));
  }, [isTooLong]);
  if (!length) return null;
  return (
    <p class="composer-length" id="message-length" data-excess={isTooLong}>
      {isTooLong && <Icon name="circle-alert" size="small" />}
      {isTooLong ? t("composer.too_long", { count: excess }) : t("composer.length", { count: length.count })}
    </p>
  );
}
