import { t } from "../i18n/t.ts";
import { Icon } from "./Icon.tsx";
import { ageOf, updatedWords } from "./updated.ts";

export interface SyncStatusProps {
  /** Things refused or of two versions, which wait for the person. */
  choose: number;
  /** Things waiting to leave the device. */
  waiting: number;
  online: boolean;
  /** Last success, in milliseconds since the epoch. */
  lastSync: number | null;
  /** Where a tap leads: « Mes envois ». */
  href?: string;
}

/** A cloud and a word that never lies: « À jour », the number waiting for the network or for the person, or the age of what is shown. */
export function SyncStatus({ choose, waiting, online, lastSync, href = "/envois" }: SyncStatusProps) {
  if (choose > 0) {
    return (
      <a class="sync sync-waiting" href={href}>
        <Icon name="circle-alert" size="small" />
        {t("sync.choose", { count: choose })}
      </a>
    );
  }
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
  // On a narrow screen the cloud and the age are enough to the eye.
  const short = lastSync === null || fresh ? null : ageOf(lastSync);
  return (
    <a class="sync" href={href}>
      <Icon name={fresh ? "cloud-check" : online ? "history" : "cloud-off"} size="small" />
      <span class={short ? "sync-long" : undefined}>{words}</span>
      {short && (
        <span class="sync-short" aria-hidden="true">
          {short}
        </span>
      )}
    </a>
  );
}
