import type { Action, Category } from "../../../api/types.ts";

export interface Words {
  title: string;
  description: string;
  category: Category | null;
}

/** The fields touched so far, as kept on the device: only those, so that nobody else's change is undone by saving. */
export function touchedIn(text: string): Partial<Words> {
  const held = JSON.parse(text) as Record<string, unknown>;
  return {
    ...(typeof held["title"] === "string" ? { title: held["title"] } : {}),
    ...(typeof held["description"] === "string" ? { description: held["description"] } : {}),
    ...(held["category"] ? { category: held["category"] as Category } : {}),
  };
}

/** What the form shows: the action as it is now, with what was touched. */
export function shownWords({ title, description, category }: Action, touched: Partial<Words>): Words {
  return { title, description: description ?? "", category, ...touched };
}
