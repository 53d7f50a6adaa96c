import type { Action, Category, CivilDay, Id } from "../api/types.ts";
import type { Reducer } from "../store/overlay.ts";
import { dossierScope, record } from "../store/records.ts";
import { keep } from "../store/write.ts";
import { oneLine } from "./createAction.ts";
import { needed, type Done } from "./done.ts";
import { isOpenToChange, withHistory } from "./history.ts";

const FIELDS = ["title", "description", "category", "due"] as const;
type Fields = Pick<Action, (typeof FIELDS)[number]>;

export const actionEdit: Reducer<"action"> = {
  type: "action.edit",
  kind: "action",
  apply(row, { at, set }, by) {
    if (!row || !isOpenToChange(row.d)) return row;
    let d = row.d;
    for (const field of FIELDS) {
      if (!(field in set) || set[field] === d[field]) continue;
      // A description is too long to be told: it only says that it changed.
      const told = field === "description" ? null : (set[field] as string | null);
      d = withHistory({ ...d, [field]: set[field] }, field, told, by, at);
    }
    return d === row.d ? row : { ...row, d };
  },
};

export interface ActionEdit {
  youngPersonId: Id;
  id: Id;
  title?: string;
  description?: string | null;
  category?: Category | null;
  due?: CivilDay;
  /** Key of the draft to forget in the same transaction. */
  draft?: string;
}

/** Change some fields of an action; those that stay the same are not sent. */
export async function editAction(gesture: ActionEdit): Promise<Done> {
  const { youngPersonId, id, draft } = gesture;
  const held = record("action", id);
  const s = needed(dossierScope(youngPersonId));
  const wanted = wantedOf(gesture);
  const groups = FIELDS.filter((field) => field in wanted && wanted[field] !== held?.d[field]);
  if (groups.length === 0) return {};
  const base = Object.fromEntries(groups.map((group) => [group, held?.v ?? 0]));
  const set = Object.fromEntries(groups.map((group) => [group, wanted[group]]));
  await keep([{ s, type: "action.edit", id, base, set }], { draft });
  if (!held) return {};
  return {
    async undo() {
      await editAction({ youngPersonId, id, ...Object.fromEntries(groups.map((group) => [group, held.d[group]])) });
    },
  };
}

/** Fields that were given; words trimmed, empty ones are none. */
function wantedOf({ title, description, category, due }: ActionEdit): Partial<Fields> {
  return {
    ...(title === undefined ? {} : { title: oneLine(title) }),
    ...(description === undefined ? {} : { description: description?.trim() || null }),
    ...(category === undefined ? {} : { category }),
    ...(due === undefined ? {} : { due }),
  };
}
