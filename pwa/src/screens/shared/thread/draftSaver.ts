/** Keeps what is typed on the device at most 250 ms after each key, however long one types without a pause. */

import type { Draft } from "../../../store/drafts.ts";

const DELAY_MS = 250;

export interface DraftSaver {
  /** Something changed: `draft` is what to keep, under its key. */
  changed(key: string, draft: Draft): void;
  /** Keep now what is not kept yet. */
  flush(): Promise<void>;
  /** Forget what is not kept yet: it has just been sent. */
  cancel(): void;
}

interface Unsaved {
  key: string;
  draft: Draft;
}

export function draftSaver(write: (key: string, draft: Draft) => Promise<void>): DraftSaver {
  let unsaved: Unsaved | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function cancel(): void {
    clearTimeout(timer);
    timer = undefined;
    unsaved = null;
  }

  async function flush(): Promise<void> {
    const last = unsaved;
    cancel();
    if (last) await write(last.key, last.draft);
  }

  return {
    changed(key, draft) {
      if (unsaved && unsaved.key !== key) void flush(); // not awaited: writes to one store keep their order
      unsaved = { key, draft };
      timer ??= setTimeout(() => void flush(), DELAY_MS);
    },
    flush,
    cancel,
  };
}
