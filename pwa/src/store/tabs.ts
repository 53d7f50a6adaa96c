/** What the tabs of one browser tell each other. Nothing depends on it: a tab that hears nothing reads the databases. */

import type { Stored } from "./page.ts";

/** How the network is seen by the tab that synchronises. */
export interface Link {
  online: boolean;
  syncing: boolean;
  lastSync: number | null;
  signInNeeded: boolean;
  tooOld: boolean;
}

export type News =
  | { t: "stored"; stored: Stored }
  | { t: "reload" }
  | { t: "outbox" }
  /** A tab wrote or wants to synchronise; the leading tab answers "here", and leaves the lead when it is not looked at. */
  | { t: "wake"; isVisible: boolean }
  | { t: "here" }
  | { t: "link"; link: Link };

export interface Tabs {
  tell(news: News): void;
  /** Listen to the other tabs; the answer stops listening. */
  listen(listener: (news: News) => void): () => void;
  close(): void;
}

/** A stored page bigger than this is announced by name only. */
const MAX_TOLD = 100;

export function openTabs(user: string): Tabs {
  if (typeof BroadcastChannel === "undefined") return { tell: () => {}, listen: () => () => {}, close: () => {} };
  const channel = new BroadcastChannel(`passerelle:${user}`);
  const listeners = new Set<(news: News) => void>();
  let isClosed = false;
  channel.onmessage = (event: MessageEvent<News>) => listeners.forEach((listener) => listener(event.data));
  return {
    tell: (news) => isClosed || channel.postMessage(shortened(news)),
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      isClosed = true;
      channel.close();
    },
  };
}

function shortened(news: News): News {
  if (news.t !== "stored") return news;
  return news.stored.rows.length + news.stored.messages.length > MAX_TOLD ? { t: "reload" } : news;
}
