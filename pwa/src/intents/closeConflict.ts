import type { Conflict } from "../api/types.ts";
import type { Reducer } from "../store/overlay.ts";

/** The gesture itself settles several at once: store/followup/conflicts.ts. */
export const conflictClose: Reducer<"conflict"> = {
  type: "conflict.close",
  kind: "conflict",
  apply(row, { set }) {
    if (!row) return row;
    return { ...row, d: { ...row.d, state: set.choice as Conflict["state"] } };
  },
};
