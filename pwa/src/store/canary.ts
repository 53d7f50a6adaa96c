/** Browsers may erase a site's databases without asking. A word outside them tells how much was lost. */

import { effect } from "@preact/signals";
import { readLocal, writeLocal } from "./local.ts";
import { client, person } from "./memory.ts";
import { unsentCount } from "./status.ts";

interface Canary {
  user: string;
  client: string;
  unsent: number;
}

/** How many unsent things were erased since the last visit of this user; null when none, or when nobody can tell. */
export function readLost(user: string, heldClient: string): number | null {
  const canary = parse(readLocal("canary"));
  const isErased = canary?.user === user && canary.client !== heldClient;
  return isErased && canary.unsent > 0 ? canary.unsent : null;
}

/** Keep the word up to date; the answer stops. */
export function keepCanary(): () => void {
  return effect(() => {
    const user = person.value?.id;
    const word = { user: user ?? "", client: client.value, unsent: unsentCount.value } satisfies Canary;
    if (user && word.client) writeLocal("canary", JSON.stringify(word));
  });
}

function parse(text: string | null): Canary | null {
  try {
    return JSON.parse(text ?? "null") as Canary | null;
  } catch {
    return null;
  }
}
