import type { Row } from "../../../api/types.ts";
import type { PortfolioRow } from "../../../store/followup/portfolio.ts";

export interface ShownAppointment {
  row: Row<"appointment">;
  /** It is over: who came is said, not who will. */
  isOver: boolean;
}

/** The appointment a line shows: the next one, after that of today whose attendance nobody has recorded yet. */
export function shownAppointment({ nextAppointment: next, earlierToday: earlier }: PortfolioRow): ShownAppointment | null {
  if (earlier && (!next || earlier.d.attendance === "unknown")) return { row: earlier, isOver: true };
  return next && { row: next, isOver: false };
}
