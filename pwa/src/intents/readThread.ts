import type { Id } from "../api/types.ts";
import { author } from "../store/memory.ts";
import type { Reducer } from "../store/overlay.ts";
import { dossierScope, record, userScope } from "../store/records.ts";
import { keep } from "../store/write.ts";
import { needed, type Done } from "./done.ts";

export const threadRead: Reducer<"thread"> = {
  type: "thread.read",
  kind: "thread",
  isQuiet: true,
  apply(row, { set }, by) {
    if (!row) return row;
    const marks = row.d[by.side];
    return { ...row, d: { ...row.d, [by.side]: { ...marks, read: Math.max(marks.read, set.seq as number) } } };
  },
};

export const readPositionSet: Reducer<"read_position"> = {
  type: "read_position.set",
  kind: "read_position",
  isQuiet: true,
  apply(row, { s, id, set }) {
    const seq = Math.max(row?.d.seq ?? 0, set.seq as number);
    return { s, k: "read_position", id, v: 0, ...row, d: { ...row?.d, seq } };
  },
};

/** Say that the thread was read up to `seq`, for oneself and for the other side; does nothing when already said. */
export async function readThread({ youngPersonId, seq }: { youngPersonId: Id; seq: number }): Promise<Done> {
  if ((record("read_position", youngPersonId)?.d.seq ?? 0) >= seq) return {};
  const own = { s: needed(userScope()), type: "read_position.set", id: youngPersonId, set: { seq } };
  const shared = { s: needed(dossierScope(youngPersonId)), type: "thread.read", id: youngPersonId, set: { seq } };
  await keep(isShared() ? [own, shared] : [own]);
  return {};
}

/** An advisor's reading is always shown; a young person may keep theirs to themselves. */
function isShared(): boolean {
  const { id, side } = author.peek();
  return side === "advisor" || (record("preferences", id)?.d.share_read ?? true);
}
