/** What a choice between two versions does to the record itself, as the server will. Pure. */

import type { Instant, Kind, Row } from "../api/types.ts";
import type { PutBack } from "./intent.ts";

/** The row with one group as it was in the version chosen. */
export function putBack<K extends Kind>(row: Row<K> | undefined, { group, value }: PutBack, at: Instant): Row<K> | undefined {
  return row && { ...row, d: { ...row.d, ...fieldsOf(group, value, at) } };
}

function fieldsOf(group: string, value: unknown, at: Instant): Record<string, unknown> {
  // « deleted » in words, because only that it was deleted is in question.
  if (group === "deleted") return { deleted: value === null ? null : at };
  if (group === "status" && value !== "done") return { status: value, done_on: null };
  if (group === "answer") return answerOf(value as { answer: string; reason: string | null; text: string | null } | null);
  return isGroup(value) ? value : { [group]: value };
}

function answerOf(given: { answer: string; reason: string | null; text: string | null } | null): Record<string, unknown> {
  return { answer: given?.answer ?? null, answer_reason: given?.reason ?? null, answer_text: given?.text ?? null };
}

/** Several fields that are one group: when and where, what it is. */
function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
