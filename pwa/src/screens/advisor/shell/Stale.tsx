import { relativeDay } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/t.ts";
import { clock, tick } from "../../../store/clock.ts";
import { status } from "../../../store/status.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Good data is never dropped: after a day without news, its age is said in the flow. */
export function Stale() {
  void tick.value;
  const { lastSync } = status.value;
  if (lastSync === null || clock.now() - lastSync < DAY_MS) return null;
  return <p class="meta">{t("stale", { when: relativeDay(lastSync) })}</p>;
}
