/** Repaint when another tab stored or wrote something. */

import { loadOutbox, paint, reload } from "./memory.ts";
import type { Store } from "./open.ts";
import { link } from "./status.ts";

/** Listen to the other tabs; the answer stops. */
export function followTabs(store: Store): () => void {
  return store.tabs.listen((news) => {
    if (news.t === "outbox") void loadOutbox(); // not awaited: painting follows
    else if (news.t === "stored") void paint(news.stored); // not awaited: painting follows
    else if (news.t === "reload") void reload(); // not awaited: painting follows
    else if (news.t === "link") link.value = news.link;
  });
}
