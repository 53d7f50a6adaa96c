/** What a list says of the last exchange with somebody. */

import type { DossierSummary } from "../../../store/summaries.ts";
import { firstNameOf } from "../../shared/names.ts";

/**
 * `waits`: the young person wrote and nobody answered. `handled`: they wrote, an advisor said no answer is needed.
 * `mine`: I wrote last. `colleague`: another advisor did. `silent`: nobody wrote yet.
 * `not_entered`: nobody wrote, and the person did not come in.
 */
export type Exchange = "waits" | "handled" | "mine" | "colleague" | "silent" | "not_entered";

export function exchangeOf({ last, waitingSince, activated }: DossierSummary): Exchange {
  if (waitingSince !== null) return "waits";
  if (!last) return activated ? "silent" : "not_entered";
  if (last.mine) return "mine";
  return last.side === "advisor" ? "colleague" : "handled";
}

/** The first name of whoever wrote last, as a list shows it. */
export function writerOf({ last }: DossierSummary): string {
  return last ? firstNameOf(last.name) : "";
}
