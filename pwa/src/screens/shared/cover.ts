import { signal } from "@preact/signals";

/** True while the screen is hidden from those who pass by: nobody reads what arrives meanwhile. */
export const isCovered = signal(false);

export function coverScreen(): void {
  isCovered.value = true;
}
