import { announce } from "../../../a11y/announce.ts";

/** Two states that come together are one sentence: « De nouveau en ligne. 2 messages envoyés. » Milliseconds. */
const TOGETHER_MS = 700;

let held: string[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

/** Say a state, with those that come at nearly the same time. */
export function sayState(sentence: string): void {
  held.push(sentence);
  timer ??= setTimeout(() => {
    announce(held.join(" "));
    held = [];
    timer = undefined;
  }, TOGETHER_MS);
}
