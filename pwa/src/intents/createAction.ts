import type { ActionStatus, Category, CivilDay, Id, Row } from "../api/types.ts";
import { clock } from "../store/clock.ts";
import { today } from "../store/followup/days.ts";
import { timeZone } from "../store/followup/timeZone.ts";
import { newId } from "../store/ids.ts";
import type { Reducer } from "../store/overlay.ts";
import { dossierScope } from "../store/records.ts";
import { keep } from "../store/write.ts";
import { needed, type Done } from "./done.ts";

interface Content {
  title: string;
  description?: string | null;
  category?: Category | null;
  due: CivilDay;
  status?: ActionStatus;
  done_on?: CivilDay;
}

export const actionCreate: Reducer<"action"> = {
  type: "action.create",
  kind: "action",
  apply(row, { s, id, at, set }, { id: by, side, name }): Row<"action"> {
    if (row) return row;
    const { title, description, category, due, status, done_on } = set as unknown as Content;
    return {
      s, k: "action", id, v: 0,
      d: {
        title, description: description ?? null, category: category ?? null, due,
        status: status ?? "not_started", done_on: status === "done" ? (done_on ?? null) : null,
        creator: { id: by, side, name }, created: at, qualification: null, deleted: null,
        history: [{ what: "created", by, side, name, at, value: null }],
      },
    };
  },
};

export interface NewAction {
  youngPersonId: Id;
  title: string;
  description?: string | null;
  category?: Category | null;
  due: CivilDay;
  status?: Exclude<ActionStatus, "cancelled">;
  /** When done: which day, today unless said. */
  doneOn?: CivilDay;
  /** Key of the draft to forget in the same transaction. */
  draft?: string;
}

/** Write an action down. Undoing deletes it. */
export async function createAction(gesture: NewAction): Promise<Done & { id: Id }> {
  const s = needed(dossierScope(gesture.youngPersonId));
  const id = newId(clock.now());
  await keep([{ s, type: "action.create", id, set: contentOf(gesture) }], { draft: gesture.draft });
  return {
    id,
    async undo() {
      const reopened = { s, type: "action.status", id, base: { status: 0 }, set: { status: "not_started" } };
      const deleted = { s, type: "action.delete", id, base: { deleted: 0 }, set: {} };
      // What is done cannot be deleted: it is opened again first.
      await keep(gesture.status === "done" ? [reopened, deleted] : [deleted]);
    },
  };
}

/** A title as the server keeps it: blanks are single spaces. */
export function oneLine(typed: string): string {
  return typed.trim().replace(/\s+/g, " ");
}

/** What goes to the server: words trimmed, nothing said of what is empty. */
function contentOf(gesture: Omit<NewAction, "youngPersonId" | "draft">): Record<string, unknown> {
  const description = gesture.description?.trim();
  return {
    title: oneLine(gesture.title),
    ...(description ? { description } : {}),
    ...(gesture.category ? { category: gesture.category } : {}),
    due: gesture.due,
    ...(gesture.status ? { status: gesture.status } : {}),
    ...(gesture.status === "done" ? { done_on: gesture.doneOn ?? today(timeZone()) } : {}),
  };
}
