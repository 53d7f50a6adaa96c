/** What in the life of a page calls for a synchronisation. */

export interface Triggers {
  /** The person or the network is back. */
  back(): void;
  /** The page goes to the background: what is unsent should leave now. */
  hidden(): void;
  /** The page may never run again. */
  leaving(): void;
  offline(): void;
}

/** Listen to the page; the answer stops. */
export function listenToPage({ back, hidden, leaving, offline }: Triggers): () => void {
  const life = new AbortController();
  const on = (target: EventTarget | undefined, type: string, run: (event: Event) => void) =>
    target?.addEventListener(type, run, { signal: life.signal });

  on(window, "online", back);
  on(window, "offline", offline);
  on(window, "pagehide", leaving);
  on(window, "pageshow", (event) => (event as PageTransitionEvent).persisted && back());
  on(document, "visibilitychange", () => (isVisible() ? back() : hidden()));
  on(navigator.serviceWorker, "message", (event) => (event as MessageEvent<{ t?: string } | null>).data?.t === "sync" && back());
  return () => life.abort();
}

export function isVisible(): boolean {
  return document.visibilityState === "visible";
}

interface SyncManager {
  register(tag: string): Promise<void>;
}

/** Ask the browser to wake the service worker when the network returns; only Chromium does. */
export async function askBackgroundSync(): Promise<void> {
  if (!navigator.serviceWorker?.controller) return;
  const registration = (await navigator.serviceWorker.ready) as ServiceWorkerRegistration & { sync?: SyncManager };
  await registration.sync?.register("outbox").catch(() => undefined);
}
