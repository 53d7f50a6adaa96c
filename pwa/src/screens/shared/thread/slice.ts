/** Which messages of a thread are in the page: about a hundred, whatever its length. */

import type { Id } from "../../../api/types.ts";

/** Positions in the list of messages, `end` excluded. */
export interface Slice {
  start: number;
  end: number;
}

const SHOWN = 100;
/** What is drawn first: two screens, so that a thread opens at once on a slow phone. */
const OPENING = 20;
/** Never more than this in the page. */
export const MOST = 120;
/** How many come in, and go out at the other end, each time the reader nears an end. */
const STEP = 30;

export const NOTHING: Slice = { start: 0, end: 0 };

export function latest(total: number): Slice {
  return { start: Math.max(0, total - OPENING), end: total };
}

export function earlier({ start, end }: Slice): Slice {
  const from = Math.max(0, start - STEP);
  return { start: from, end: Math.min(end, from + SHOWN) };
}

export function later({ start, end }: Slice, total: number): Slice {
  const to = Math.min(total, end + STEP);
  return { start: Math.max(start, to - SHOWN), end: to };
}

/** With `index` in the middle. */
export function around(index: number, total: number): Slice {
  const start = Math.max(0, Math.min(index - OPENING / 2, total - OPENING));
  return { start, end: Math.min(total, start + OPENING) };
}

/** Whether older messages should be asked for already: what is held above is about to be shown. */
export function isRunningOut({ start }: Slice): boolean {
  return start < 2 * STEP;
}

interface Change {
  before: readonly { id: Id }[];
  after: readonly { id: Id }[];
  /** The reader is at the bottom and stays there. */
  isFollowing: boolean;
}

/** The same messages in a list that has changed; what arrives is shown while it fits, and always at the bottom. */
export function follow(slice: Slice, { before, after, isFollowing }: Change): Slice {
  if (before.length === 0) return latest(after.length);
  const start = placeOf(before[slice.start]?.id, after) ?? Math.min(slice.start, Math.max(0, after.length - 1));
  if (isFollowing) return { start: Math.max(start, after.length - SHOWN), end: after.length };
  const reachesEnd = slice.end >= before.length;
  const end = reachesEnd ? Math.min(after.length, start + MOST) : start + slice.end - slice.start;
  return { start, end: Math.min(end, after.length) };
}

function placeOf(id: Id | undefined, list: readonly { id: Id }[]): number | null {
  const index = list.findIndex((one) => one.id === id);
  return index < 0 ? null : index;
}
