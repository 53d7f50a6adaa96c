import type { Preferences } from "../../api/types.ts";
import { record } from "../../store/records.ts";
import { me } from "../../store/session.ts";

const USUAL: Preferences = { theme: "auto", text_size: "normal", share_read: true, shortcuts: true };

/** The signed-in person's settings, or the usual ones as long as they are not on this device. */
export function preferences(): Preferences {
  const id = me.value?.id;
  return (id && record("preferences", id)?.d) || USUAL;
}
