/** Words ready to send: they fill the field, the person still sends. */

import { t } from "../../../i18n/t.ts";
import type { View } from "./people.ts";

const REPLIES: Record<View, string[]> = {
  young: ["thread.quick.agreed", "thread.quick.thanks", "thread.quick.not_understood"],
  advisor: ["thread.quick.well_received", "thread.quick.looking", "thread.quick.in_person"],
};
const OPENERS: Record<View, string[]> = {
  young: ["thread.opener.hello", "thread.opener.question", "thread.opener.news"],
  advisor: ["thread.opener.hello", "thread.opener.fine", "thread.opener.here"],
};

/** Three short answers, or three ways to begin an empty thread. `name`: the other person's first name, or "". */
export function quickReplies(view: View, { isEmpty, name }: { isEmpty: boolean; name: string }): string[] {
  return (isEmpty ? OPENERS : REPLIES)[view].map((key) => t(key, { name }).trim());
}
