/** What is typed in a form, kept on this device until it has been accepted. */

import { signal, type Signal } from "@preact/signals";
import { clock } from "../../../store/clock.ts";
import { clearDraft, readDraft, writeDraft } from "../../../store/drafts.ts";
import type { AdvisorTyped, YoungPersonTyped } from "./check.ts";

const PAUSE_MS = 300;

export interface Typed<Form> {
  value: Signal<Form>;
  /** Brings back what was typed before this page was loaded. */
  restore(): Promise<void>;
  change(part: Partial<Form>): void;
  forget(): Promise<void>;
}

function typed<Form extends object>(key: string, empty: Form): Typed<Form> {
  const value = signal(empty);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = () => writeDraft(key, { text: JSON.stringify(value.peek()), start: 0, end: 0, at: clock.now() });
  return {
    value,
    async restore() {
      if (value.peek() !== empty) return;
      const draft = await readDraft(key).catch(() => null);
      if (draft && value.peek() === empty) value.value = { ...empty, ...(JSON.parse(draft.text) as Form) };
    },
    change(part) {
      value.value = { ...value.peek(), ...part };
      clearTimeout(timer);
      // A full device keeps the words on screen only, and a banner says so.
      timer = setTimeout(() => void keep().catch(() => undefined), PAUSE_MS);
    },
    async forget() {
      clearTimeout(timer);
      value.value = empty;
      await clearDraft(key).catch(() => undefined);
    },
  };
}

export const typedYoungPerson = typed<YoungPersonTyped>("invite:young-person", {
  first_name: "",
  last_name: "",
  birth_date: "",
  scheme: "CEJ",
});

export const typedAdvisor = typed<AdvisorTyped>("invite:advisor", {
  first_name: "",
  last_name: "",
  email: "",
  title: "conseillère",
  site: "",
});
