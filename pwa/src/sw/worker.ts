// The service worker: starts the application without network. It knows nothing of people's data.

import { cacheName, forgetView, keepView, keptView, takeOver, type View } from "./builds.ts";
import { addAssets, addPinned, asset, pinnedFile, type Precache } from "./files.ts";
import { answerFor } from "./routes.ts";

declare const self: ServiceWorkerGlobalScope;
declare const __BUILD__: string;
declare const __PRECACHE__: Precache;

type Order = { type: "precache"; view: View } | { type: "forget" } | { type: "skip-waiting" };

const NAME = cacheName(__BUILD__);
const PINNED = new Set(__PRECACHE__.pinned.map(([address]) => address));

/** With data saver on, a view's files are kept only as they are asked for. */
function savesData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}

async function install(): Promise<void> {
  const cache = await caches.open(NAME);
  await Promise.all([addPinned(cache, __PRECACHE__.pinned), addAssets(cache, __PRECACHE__.shell)]);
  const view = await keptView();
  if (view && !savesData()) await addAssets(cache, __PRECACHE__[view]);
}

async function precache(view: View): Promise<void> {
  await keepView(view);
  if (!savesData()) await addAssets(await caches.open(NAME), __PRECACHE__[view]);
}

async function obey(order: Order): Promise<void> {
  if (order.type === "precache") return precache(order.view);
  if (order.type === "forget") return forgetView();
  if (order.type === "skip-waiting") return self.skipWaiting();
}

/** Pages hold the outbox; without one, the next start sends. */
async function wakePages(): Promise<void> {
  for (const page of await self.clients.matchAll({ type: "window" })) page.postMessage({ t: "sync" });
}

self.addEventListener("install", (event) => event.waitUntil(install()));

self.addEventListener("activate", (event) => {
  event.waitUntil(takeOver(__BUILD__).then(() => self.clients.claim()));
});

self.addEventListener("message", (event) => event.waitUntil(obey(event.data as Order)));

self.addEventListener("sync", (event) => (event as ExtendableEvent).waitUntil(wakePages()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const answer = answerFor(request, self.location.origin, PINNED);
  if (answer === "asset") event.respondWith(asset(NAME, request));
  if (answer === "pinned") event.respondWith(pinnedFile(NAME, new URL(request.url).pathname, request));
  if (answer === "shell") event.respondWith(pinnedFile(NAME, "/index.html", request));
});
