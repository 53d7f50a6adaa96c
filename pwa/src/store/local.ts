/** The few words kept in localStorage, readable at once and by every tab. It may be refused: then nothing is kept. */

export type LocalKey =
  /** Who uses this browser: id; with UNSURE before it while somebody is signing in. */
  | "user"
  /** Signed out without network: the session is still to be ended. */
  | "leaving"
  /** What was unsent at the last change: tells what the browser erased. */
  | "canary"
  /** An invitation code typed without network, until it serves. */
  | "code"
  /** That code and this device's secret for it, until one has come in: see secretFor. */
  | "code_secret"
  /** The person said « Plus tard » to keeping the application on the home screen. */
  | "install_later"
  | "theme"
  | "text";

/** Nobody knows yet whose cookie it is: tabs send nothing. */
export const UNSURE = "?";

const PREFIX = "passerelle.";

export function localKey(key: LocalKey): string {
  return PREFIX + key;
}

export function readLocal(key: LocalKey): string | null {
  try {
    return localStorage.getItem(localKey(key));
  } catch {
    return null;
  }
}

/** `null` removes. */
export function writeLocal(key: LocalKey, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(localKey(key));
    else localStorage.setItem(localKey(key), value);
  } catch {
    // Refused or full: what depends on it has another way.
  }
}
