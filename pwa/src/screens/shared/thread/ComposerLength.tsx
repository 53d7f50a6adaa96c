import { t } from "../../../i18n/t.ts";
import { Icon } from "../../../components/Icon.tsx";
import { lengthOf } from "./length.ts";

/** The length, once it matters: near the limit, then how much is too much. */
export function ComposerLength({ text }: { text: string }) {
  const length = lengthOf(text);
  if (!length) return null;
  const { count, excess } = length;
  return (
    <p class="composer-length" id="message-length" role={excess > 0 ? "status" : undefined} data-excess={excess > 0}>
      {excess > 0 && <Icon name="circle-alert" size="small" />}
      {excess > 0 ? t("composer.too_long", { count: excess }) : t("composer.length", { count })}
    </p>
  );
}
