// Registers the service worker and says when a new version waits. Nothing here ever reloads on its own.

import { signal } from "@preact/signals";

const WORKER = "/sw.js";
/** How often a page that stays open asks for a new version, in milliseconds. */
const CHECK_EVERY = 60 * 60 * 1000;

/** True when a new version is on the device and waits for the person's word. */
export const updateReady = signal(false);

const flushes = new Set<() => Promise<unknown>>();
let isStarted = false;
let registration: ServiceWorkerRegistration | undefined;
let checkedAt = 0;

interface ScriptPolicy {
  createScriptURL(url: string): string;
}

/** The one Trusted Types policy of the product: it lets a single address through. */
function trusted(url: string): string {
  const types = (globalThis as { trustedTypes?: { createPolicy(name: string, rules: object): ScriptPolicy } }).trustedTypes;
  if (!types) return url;
  return types.createPolicy("passerelle", {
    createScriptURL(asked: string) {
      if (asked === WORKER) return asked;
      throw new TypeError(`not a script of ours: ${asked}`);
    },
  }).createScriptURL(url);
}

function watch(found: ServiceWorkerRegistration): void {
  const look = () => {
    if (found.waiting && navigator.serviceWorker.controller) updateReady.value = true;
  };
  const follow = () => found.installing?.addEventListener("statechange", look);
  look();
  follow();
  found.addEventListener("updatefound", follow);
}

/** Call once, after the first paint. Does nothing where the browser has no service worker. */
export async function registerWorker(): Promise<void> {
  if (isStarted || !("serviceWorker" in navigator)) return;
  isStarted = true;
  try {
    registration = await navigator.serviceWorker.register(trusted(WORKER), { updateViaCache: "none" });
  } catch {
    return; // Private windows refuse workers: the application then simply needs the network to start.
  }
  checkedAt = Date.now();
  if (!registration) return; // the browser refused: no offline start, everything else works
  watch(registration);
  const look = () => {
    if (document.visibilityState === "visible" && Date.now() - checkedAt >= CHECK_EVERY) void checkForUpdate();
  };
  document.addEventListener("visibilitychange", look);
  setInterval(look, CHECK_EVERY);
}

/** Ask the server for a new version; a failure waits for the next time. */
export async function checkForUpdate(): Promise<void> {
  checkedAt = Date.now();
  await registration?.update().catch(() => undefined);
}

/** Have something written down before the page is replaced; returns how to take it back. */
export function beforeUpdate(flush: () => Promise<unknown>): () => void {
  flushes.add(flush);
  return () => void flushes.delete(flush);
}

/** The person said yes: keep what is half written, let the new version in, reload this page once. */
export async function applyUpdate(): Promise<void> {
  await Promise.allSettled([...flushes].map((flush) => flush()));
  const waiting = registration?.waiting;
  if (!waiting) return location.reload();
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  waiting.postMessage({ type: "skip-waiting" });
}

async function tellWorker(message: object): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage(message);
}

/** Keep this role's view for a start without network. Call after its first paint. */
export function precacheView(view: "young" | "advisor"): Promise<void> {
  return tellWorker({ type: "precache", view });
}

/** Nobody is signed in on this device any more. */
export function forgetView(): Promise<void> {
  return tellWorker({ type: "forget" });
}
