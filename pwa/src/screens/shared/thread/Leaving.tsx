import { t } from "../../../i18n/t.ts";
import type { MessageItem } from "../../../store/conversation.ts";
import { status } from "../../../store/status.ts";

/** Under what waits: « Vos 2 messages partiront au retour du réseau. » */
export function Leaving({ items }: { items: readonly MessageItem[] }) {
  const { online, signInNeeded } = status.value;
  const count = items.filter(({ state, deleted }) => state === "waiting" && !deleted).length;
  if (count === 0 || (online && !signInNeeded)) return null;
  return (
    <p class="thread-leaving meta">
      {t(signInNeeded ? "thread.leaving.sign_in" : "thread.leaving", { count })}
      <span class="block">{t("thread.leaving.close")}</span>
    </p>
  );
}
