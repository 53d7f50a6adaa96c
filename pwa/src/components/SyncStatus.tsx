import { t } from "../i18n/t.ts";
import { Icon } from "./Icon.tsx";
import { updatedWords } from "./updated.ts";

export interface SyncStatusProps {
  /** Things waiting to leave the device. */
  waiting: number;
  online: boolean;
  /** Last success, in milliseconds since the epoch. */
  lastSync: number | null;
  /** Where a tap leads: « Mes envois ». */
  href?: string;
}

/** A cloud and a word that never lies: « À jour », the number waiting, or the age of what is shown. */
export function SyncStatus({ waiting, online, lastSync, href = "/envois" }: SyncStatusProps) {
  if (waiting > 0) {
    return (
      <a class="sync sync-waiting" href={href}>
        <Icon name="cloud-upload" size="small" />
        <span aria-hidden="true">{waiting}</span>
        <span class="visually-hidden">{t("sync.waiting", { count: waiting })}</span>
      </a>
    );
  }
  const fresh = online && lastSync !== null;
  const words = lastSync === null ? t(online ? "sync.first" : "sync.never") : fresh ? t("sync.up_to_date") : updatedWords(lastSync);
  return (
    <a class="sync" href={href}>
      <Icon name={fresh ? "cloud-check" : online ? "history" : "cloud-off"} size="small" />
      <span>{words}</span>
    </a>
  );
}
