import { signal } from "@preact/signals";
import { boot } from "../../boot.ts";
import { registerWorker } from "../../update.ts";

/** True once this device has said who uses it; until then nothing personal can be painted. */
export const started = signal(false);

/** Opens the device's data, paints, then registers the worker. */
export async function start(): Promise<void> {
  try {
    await boot();
  } finally {
    started.value = true;
    requestAnimationFrame(() => void registerWorker());
  }
}
