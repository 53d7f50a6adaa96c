/** Start the application: paint from this device first, then synchronise. */

import { effect } from "@preact/signals";
import "./intents/registry.ts";
import { startEngine } from "./channel/engine.ts";
import { useTimeZone } from "./i18n/dates.ts";
import { startTicking } from "./store/clock.ts";
import { engine } from "./store/engine.ts";
import { localKey, UNSURE } from "./store/local.ts";
import { store } from "./store/memory.ts";
import { records } from "./store/records.ts";
import { resume } from "./store/session.ts";

/** Open the last user's data, without a request when there is one, and start synchronising. */
export async function boot(): Promise<"ready" | "signed_out"> {
  engine.start = startEngine;
  startTicking();
  followOtherTabs();
  followTimeZone();
  return resume();
}

/** Hours are those of the structure, wherever the screen is. */
function followTimeZone(): void {
  effect(() => {
    for (const { d } of records("structure")) useTimeZone(d.time_zone);
  });
}

/** Somebody else signed in, or everybody signed out, in another tab: this page is no longer theirs. */
function followOtherTabs(): void {
  addEventListener("storage", ({ key, newValue }) => {
    const mine = store.peek()?.user;
    const isUnsure = newValue?.startsWith(UNSURE) ?? false;
    if (key === localKey("user") && mine !== undefined && !isUnsure && newValue !== mine) location.reload();
  });
}
