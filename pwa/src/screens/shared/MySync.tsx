import { SyncStatus } from "../../components/SyncStatus.tsx";
import { status } from "../../store/status.ts";

/** The sync status of this device, leading to « Mes envois ». */
export function MySync() {
  const { waiting, online, lastSync } = status.value;
  return <SyncStatus waiting={waiting} online={online} lastSync={lastSync} />;
}
