import { signal } from "@preact/signals";

/** On a phone the search opens over the page. */
export const isSearchOpen = signal(false);

/** Puts the caret in the search box of the page, or opens the search where the page has none. */
export function askSearch(): void {
  const box = document.getElementById("recherche");
  if (!(box instanceof HTMLInputElement)) isSearchOpen.value = true;
  else {
    box.focus();
    box.select();
  }
}
