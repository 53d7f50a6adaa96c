/** The invitation code as people type, paste or photograph it: XXXX-XXXX, whatever the case and the dash. */

import { readLocal, writeLocal } from "../../../store/local.ts";

const LENGTH = 8;

/** Keeps letters and digits in capitals and puts the dash back: « val7 k4pq » gives « VAL7-K4PQ ». A pasted link gives its code. */
export function tidyCode(typed: string): string {
  const afterHash = typed.slice(typed.lastIndexOf("#") + 1);
  const signs = afterHash.toUpperCase().replace(/[^A-Z0-9]/g, "").slice(0, LENGTH);
  return signs.length > LENGTH / 2 ? `${signs.slice(0, LENGTH / 2)}-${signs.slice(LENGTH / 2)}` : signs;
}

/** How many signs are still to type. */
export function missingSigns(code: string): number {
  return LENGTH - tidyCode(code).replace("-", "").length;
}

/** The code typed or followed last time, when there was no network to use it; "" when none. */
export function keptCode(): string {
  return readLocal("code") ?? "";
}

/** Keeps the code on this device until it has served. */
export function keepCode(code: string): void {
  writeLocal("code", code || null);
}
