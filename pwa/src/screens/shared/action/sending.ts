/** Where what I did to an action is: on this device, gone, refused, or to be looked at again. */

import type { Id } from "../../../api/types.ts";
import type { EnvoiState } from "../../../components/StateLine.tsx";
import { conflictOf } from "../../../store/followup/conflicts.ts";
import type { Intent } from "../../../store/intent.ts";
import { intents, quarantine, sentToday } from "../../../store/memory.ts";

/** The state to show beside an action or a comment; null when it left long ago, or nothing here was ever mine to send. */
export function sendingOf(id: Id): EnvoiState | null {
  return stateOf({
    isInConflict: conflictOf(id) !== undefined,
    isRefused: quarantine.value.some((one) => one.build === undefined && isAbout(one.intent, id)),
    isWaiting: isWaiting(id),
    isSent: sentToday.value.some(({ intent }) => isAbout(intent, id)),
  });
}

/** Whether something about it has not left this device. */
export function isWaiting(id: Id): boolean {
  return intents.value.some((intent) => intent.o === undefined && isAbout(intent, id)) || quarantine.value.some((one) => one.build !== undefined && isAbout(one.intent, id));
}

function isAbout(intent: Intent, id: Id): boolean {
  return intent.id === id;
}

/** What asks something of the person comes before what does not. */
export function stateOf(found: { isInConflict: boolean; isRefused: boolean; isWaiting: boolean; isSent: boolean }): EnvoiState | null {
  if (found.isInConflict) return "to_review";
  if (found.isRefused) return "refused";
  if (found.isWaiting) return "kept";
  return found.isSent ? "sent" : null;
}
