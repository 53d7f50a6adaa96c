import { useEffect, useMemo, useState } from "preact/hooks";
import { clock } from "../../../store/clock.ts";
import { clearDraft, readDraft, writeDraft, type Draft } from "../../../store/drafts.ts";
import { draftSaver } from "../thread/draftSaver.ts";

export interface Drafting {
  text: string;
  /** What is typed, on the device a moment later. */
  write(text: string): void;
  /** Empty the field: its words were sent, or given up. */
  clear(): void;
  /** Empty the field once a gesture has kept its words; when the device refuses them they stay, and it rejects. */
  spend(gesture: () => Promise<unknown>): Promise<void>;
}

/** Words being written under a key, as they were left; `blank` when nothing was. */
export function useDraft(key: string, blank = ""): Drafting {
  const [text, setText] = useState(blank);
  const saver = useMemo(() => draftSaver(keepWords), []);
  useEffect(() => {
    // not awaited: the field is there at once, what was being written comes when it has been read
    void readDraft(key).then((draft) => draft && setText(draft.text));
    const flush = () => void saver.flush();
    addEventListener("pagehide", flush);
    return () => {
      removeEventListener("pagehide", flush);
      flush();
    };
  }, []);
  const write = (next: string) => {
    setText(next);
    saver.changed(key, { text: next, start: next.length, end: next.length, at: clock.now() });
  };
  return {
    text,
    write,
    clear() {
      saver.cancel();
      setText(blank);
    },
    async spend(gesture) {
      saver.cancel();
      try {
        await gesture();
      } catch (failure) {
        write(text);
        throw failure;
      }
      // What was typed while the device was writing stays.
      setText((held) => (held === text ? blank : held));
    },
  };
}

async function keepWords(key: string, draft: Draft): Promise<void> {
  if (draft.text.trim() === "") await clearDraft(key);
  else await writeDraft(key, draft);
}
