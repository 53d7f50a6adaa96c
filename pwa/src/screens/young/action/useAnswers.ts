import { useEffect, useMemo, useState } from "preact/hooks";
import type { CivilDay } from "../../../api/types.ts";
import { clock } from "../../../store/clock.ts";
import { clearDraft, readDraft, writeDraft } from "../../../store/drafts.ts";
import { draftSaver } from "../../shared/thread/draftSaver.ts";
import { type Answers, answersIn, BLANK, isWorthKeeping, withAsked } from "./newAction.ts";
import { openAt, stepHere } from "./steps.ts";

/** Key of the action being written: one at a time. */
export const NEW_ACTION = "action:new";

export interface Answering {
  answers: Answers;
  /** Change some answers, kept on the device a moment later; at once with `now`. */
  change(answers: Answers, now?: boolean): void;
  /** Stop keeping: it was saved, or given up. */
  stop(): void;
}

/** What is being answered, as it was left; null while it is read. */
export function useAnswers(asked: { done?: boolean; day?: CivilDay }): Answering | null {
  const [answers, setAnswers] = useState<Answers | null>(null);
  const saver = useMemo(() => draftSaver(keepAnswers), []);
  useEffect(() => {
    // not awaited: the questions come when what was kept has been read
    void readDraft(NEW_ACTION).then((draft) => setAnswers(opened(draft ? answersIn(draft.text) : BLANK, asked)));
    const flush = () => void saver.flush();
    addEventListener("pagehide", flush);
    return () => {
      removeEventListener("pagehide", flush);
      flush();
    };
  }, []);
  useEffect(() => {
    const follow = () => setAnswers((held) => held && { ...held, step: stepHere()?.step ?? held.step });
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, []);
  if (!answers) return null;
  return {
    answers,
    change(next, now = false) {
      setAnswers(next);
      saver.changed(NEW_ACTION, draftOf(next));
      if (now) void saver.flush();
    },
    stop: saver.cancel,
  };
}

/** What the address asks for counts once, not each time the page is shown again. */
function opened(held: Answers, asked: { done?: boolean; day?: CivilDay }): Answers {
  const here = stepHere();
  if (here) return { ...held, step: Math.min(held.step, here.step) as Answers["step"] };
  const answers = withAsked(held, asked);
  openAt(answers.step);
  return answers;
}

export function draftOf(answers: Answers) {
  const text = JSON.stringify(answers);
  return { text, start: text.length, end: text.length, at: clock.now() };
}

async function keepAnswers(key: string, draft: ReturnType<typeof draftOf>): Promise<void> {
  if (isWorthKeeping(answersIn(draft.text))) await writeDraft(key, draft);
  else await clearDraft(key);
}
