import { signal } from "@preact/signals";
import type { Triage } from "./groups.ts";

/** Kept while the person goes elsewhere and comes back. */
export const triage = signal<Triage>(null);
export const conversationName = signal("");
