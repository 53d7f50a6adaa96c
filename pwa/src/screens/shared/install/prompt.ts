import { signal } from "@preact/signals";
import { readLocal, writeLocal } from "../../../store/local.ts";

interface InstallPromptEvent extends Event {
  prompt(): Promise<unknown>;
  userChoice: Promise<{ outcome: "accepted" | "dismissed" }>;
}

const held = signal<InstallPromptEvent | null>(null);

/** Keeps the browser's own install question for the moment the person asks for it. Call before first paint. */
export function watchInstallPrompt(): void {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    held.value = event as InstallPromptEvent;
  });
  addEventListener("appinstalled", () => (held.value = null));
}

/** Whether this browser can install in one tap, now. */
export function canPrompt(): boolean {
  return held.value !== null;
}

/** Asks the browser to install; true when the person accepted. The question is asked once. */
export async function promptInstall(): Promise<boolean> {
  const event = held.value;
  held.value = null;
  if (!event) return false;
  await event.prompt();
  return (await event.userChoice).outcome === "accepted";
}

/** Already opened from the home screen. */
export function isInstalled(): boolean {
  const apple = (navigator as { standalone?: boolean }).standalone === true;
  return apple || matchMedia("(display-mode: standalone)").matches;
}

/** iPhone and iPad: installed only from Safari's share menu, and with their own storage. */
export function isApple(): boolean {
  const tablet = navigator.platform === "MacIntel" && navigator.maxTouchPoints > 1;
  return tablet || /iPhone|iPad|iPod/.test(navigator.userAgent);
}

/** The person said « Plus tard » on this device. */
export function isPutOff(): boolean {
  return readLocal("install_later") !== null;
}

export function putOff(): void {
  writeLocal("install_later", "1");
}
