import type { IconName } from "../../../../build/icons.ts";
import { civilDay } from "../../../i18n/dates.ts";
import { clock } from "../../../store/clock.ts";
import type { Status } from "../../../store/status.ts";

/** What the sync line shows, and the key of its words. It never says « À jour » of what it could not check. */
export function syncWords({ choose, waiting, online, lastSync }: Pick<Status, "waiting" | "online" | "lastSync"> & { choose: number }): {
  icon: IconName;
  key: string;
} {
  if (choose > 0) return { icon: "circle-alert", key: "sync.choose" };
  if (waiting > 0) return { icon: "cloud-upload", key: "top.waiting" };
  if (lastSync === null) return { icon: online ? "history" : "cloud-off", key: "sync.never" };
  const isToday = civilDay(lastSync) === civilDay(clock.now());
  if (online && isToday) return { icon: "cloud-check", key: "top.up_to_date" };
  return { icon: online ? "history" : "cloud-off", key: isToday ? "top.updated_today" : "top.updated" };
}
