import { Icon } from "../../../components/Icon.tsx";
import { relativeDay } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/t.ts";
import { tick } from "../../../store/clock.ts";
import { toChoose } from "../../../store/envois.ts";
import { status } from "../../../store/status.ts";
import { syncWords } from "./sync-words.ts";

/** How fresh the page is, to the minute, leading to « Mes envois ». */
export function SyncLine({ onlyWaiting = false }: { onlyWaiting?: boolean }) {
  void tick.value; // « 18 h 00 » becomes « hier, 18 h 00 » at midnight.
  const { waiting } = status.value;
  const choose = toChoose.value;
  const { icon, key } = syncWords({ ...status.value, choose });
  const isCalling = choose > 0 || waiting > 0;
  if (onlyWaiting && !isCalling) return null;
  const { lastSync } = status.value;
  return (
    <a class={isCalling ? "sync sync-waiting" : "sync"} href="/envois">
      <Icon name={icon} size="small" />
      {t(key, { count: choose || waiting, when: lastSync === null ? "" : relativeDay(lastSync) })}
    </a>
  );
}
