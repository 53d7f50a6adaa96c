import { useEffect } from "preact/hooks";
import { announce } from "../../../a11y/announce.ts";
import { useLasting } from "../../../components/useLasting.ts";
import { t } from "../../../i18n/t.ts";

/** While the server is asked: said aloud at once, and again on screen when it lasts. */
export function Patience({ words, busy }: { words: string; busy: boolean }) {
  const isLong = useLasting(busy);
  useEffect(() => {
    if (busy) announce(isLong ? t("sign_in.slow") : words);
  }, [busy, isLong]);
  if (!isLong) return null;
  return <p class="meta center">{t("sign_in.slow")}</p>;
}
