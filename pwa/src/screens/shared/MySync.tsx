import { SyncStatus } from "../../components/SyncStatus.tsx";
import { toChoose } from "../../store/envois.ts";
import { status } from "../../store/status.ts";

/** The sync status of this device, leading to « Mes envois ». */
export function MySync() {
  const { waiting, online, lastSync } = status.value;
  return <SyncStatus choose={toChoose.value} waiting={waiting} online={online} lastSync={lastSync} />;
}
