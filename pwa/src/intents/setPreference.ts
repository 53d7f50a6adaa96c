import type { Preferences } from "../api/types.ts";
import { person } from "../store/memory.ts";
import type { Reducer } from "../store/overlay.ts";
import { record, userScope } from "../store/records.ts";
import { keep } from "../store/write.ts";
import { needed, type Done } from "./done.ts";

export const DEFAULT_PREFERENCES: Preferences = { theme: "auto", text_size: "normal", share_read: true, shortcuts: true };

export const preferencesSet: Reducer<"preferences"> = {
  type: "preferences.set",
  kind: "preferences",
  apply(row, { s, id, set }) {
    return { s, k: "preferences", id, v: 0, ...row, d: { ...DEFAULT_PREFERENCES, ...row?.d, ...set } };
  },
};

/** Change one's own settings, on every device. */
export async function setPreference(gesture: Partial<Preferences>): Promise<Done> {
  const id = person.peek()?.id ?? "";
  const held = record("preferences", id);
  const before = { ...DEFAULT_PREFERENCES, ...held?.d };
  const groups = (Object.keys(gesture) as (keyof Preferences)[]).filter((group) => gesture[group] !== before[group]);
  if (groups.length === 0) return {};
  const pick = (from: Partial<Preferences>) => Object.fromEntries(groups.map((group) => [group, from[group]]));
  const base = Object.fromEntries(groups.map((group) => [group, held?.v ?? 0]));
  await keep([{ s: needed(userScope()), type: "preferences.set", id, base, set: pick(gesture) }]);
  return {
    async undo() {
      await setPreference(pick(before));
    },
  };
}
