import { signal } from "@preact/signals";

/** What is being written says itself that the device is full, with what to do: the strip above need not. */
export const isFullSaid = signal(false);

/** A gesture that found no room leaves the screen, and the strip above says why: there is no error to report. */
export function watchRefusals(): void {
  addEventListener("unhandledrejection", (event) => {
    const { reason } = event as PromiseRejectionEvent;
    if (reason instanceof Error && reason.name === "DeviceFull") event.preventDefault();
  });
}
