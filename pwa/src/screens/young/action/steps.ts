/** The three steps as pages of the history: the phone's own « back » goes one step back, and leaving leaves none behind. */

import { canGoBack } from "../../../a11y/navigation.ts";
import type { Step } from "./newAction.ts";

interface Mark {
  step: Step;
  /** There is a page of the application before the first step. */
  from: boolean;
}

/** The step this entry of the history stands for; null when it has no mark yet. */
export function stepHere(): Mark | null {
  const held = history.state as Partial<Mark> | null;
  return held?.step ? { step: held.step, from: held.from === true } : null;
}

/** Put the steps already answered behind the one to show. */
export function openAt(step: Step): void {
  if (stepHere()) return;
  history.replaceState({ step: 1, from: canGoBack() } satisfies Mark, "");
  for (let next = 2; next <= step; next += 1) goOn(next as Step);
}

export function goOn(step: Step): void {
  history.pushState({ step, from: stepHere()?.from === true } satisfies Mark, "");
}

/** Go back to the page before the first step; `otherwise` is called when there is none. */
export function leaveSteps(otherwise: () => void): void {
  const { step, from } = stepHere() ?? { step: 1, from: canGoBack() };
  if (from) history.go(-step);
  else if (step === 1) otherwise();
  else {
    addEventListener("popstate", otherwise, { once: true });
    history.go(1 - step);
  }
}
