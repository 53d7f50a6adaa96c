/** The invitation code as people type, paste or photograph it: XXXX-XXXX, whatever the case and the dash. */

import { readLocal, writeLocal } from "../../../store/local.ts";

const LENGTH = 8;
const SECRET_BYTES = 32;

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

// A device that keeps nothing still has it as long as the page is open.
let held = "";

/**
 * What this device sends with a code so that it, and nobody else, may use it again when the answer was lost: the same
 * for the same code until `codeServed`.
 */
export function secretFor(code: string): string {
  return heldSecret(code) ?? keepSecret(code);
}

/** The secret already sent with this code; undefined when it was never tried here. */
export function heldSecret(code: string): string | undefined {
  const [about, secret] = (readLocal("code_secret") ?? held).split(" ");
  return about === code && secret ? secret : undefined;
}

function keepSecret(code: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
  const secret = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  held = `${code} ${secret}`;
  writeLocal("code_secret", held);
  return secret;
}

/** Somebody came in: neither the code nor its secret is of any use. */
export function codeServed(): void {
  held = "";
  writeLocal("code_secret", null);
  keepCode("");
}
