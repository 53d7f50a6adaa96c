import { signal } from "@preact/signals";

/** What the live regions say. A trailing no-break space alternates so that the same words are said twice. */
export const said = { state: signal(""), message: signal(""), urgent: signal("") };

/** Says a state politely: « Enregistré sur cet appareil ». */
export function announce(text: string): void {
  say("state", text);
}

/** Interrupts: only for « Message refusé ». */
export function announceUrgent(text: string): void {
  say("urgent", text);
}

const GAP_MS = 2000;
let lastSaid = 0;
let held: string[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says an arriving message, one per 2 s at most; those held together are said by `summary(count)`. */
export function announceMessage(text: string, summary: (count: number) => string): void {
  held.push(text);
  if (timer !== undefined) return;
  const wait = Math.max(0, lastSaid + GAP_MS - Date.now());
  timer = setTimeout(() => sayHeld(summary), wait);
}

function sayHeld(summary: (count: number) => string): void {
  const [only] = held;
  say("message", held.length === 1 && only !== undefined ? only : summary(held.length));
  held = [];
  timer = undefined;
  lastSaid = Date.now();
}

function say(region: keyof typeof said, text: string): void {
  said[region].value = said[region].peek() === text ? `${text}\u00a0` : text;
}
