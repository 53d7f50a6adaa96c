import { useLocation } from "preact-iso";
import { Bottombar } from "../../../components/Bottombar.tsx";
import { t } from "../../../i18n/t.ts";
import { waitingCount } from "../people/caseload.ts";
import { isCurrent, MESSAGES, MORE, PORTFOLIO } from "./menu.ts";

/** The menu under the thumb. */
export function PhoneMenu() {
  const { path } = useLocation();
  const waiting = waitingCount.value;
  return (
    <Bottombar
      entries={[PORTFOLIO, MESSAGES, MORE].map((entry) => ({
        href: entry.href,
        icon: entry.icon,
        label: t(entry.label),
        count: entry === MESSAGES ? waiting : 0,
        countLabel: t("menu.waiting", { count: waiting }),
        current: isCurrent(entry, path),
      }))}
    />
  );
}
