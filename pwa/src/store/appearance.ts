/** Theme and text size: applied to the page, and mirrored where /theme.js reads them before the first paint. */

import { effect } from "@preact/signals";
import { writeLocal } from "./local.ts";
import { person } from "./memory.ts";
import { record } from "./records.ts";

/** Follow the person's preferences; the answer stops. */
export function followPreferences(): () => void {
  return effect(() => {
    const preferences = record("preferences", person.value?.id ?? "")?.d;
    if (!preferences) return;
    apply("theme", preferences.theme === "auto" ? null : preferences.theme);
    apply("text", preferences.text_size === "normal" ? null : preferences.text_size);
  });
}

function apply(key: "theme" | "text", value: string | null): void {
  writeLocal(key, value);
  if (value === null) delete document.documentElement.dataset[key];
  else document.documentElement.dataset[key] = value;
}
