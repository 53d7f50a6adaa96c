import assert from "node:assert/strict";
import { test } from "node:test";
import type { Side } from "../../../api/types.ts";
import { countUnder, isUnder, lineAfterAbsence, lineAtOpening } from "./unread.ts";

const message = (seq: number | null, side: Side = "advisor", deleted = false) => ({ seq, side, deleted });

test("a thread read to its end has no line", () => {
  assert.equal(lineAtOpening({ read: 12, newest: 12 }), null);
  assert.deepEqual(lineAtOpening({ read: 10, newest: 12 }), { after: 10, upTo: 12 });
});

test("the line counts what the other side wrote and left, not one's own words", () => {
  const items = [message(10), message(11), message(12, "young_person"), message(13, "advisor", true), message(14)];

  assert.equal(countUnder({ after: 10, upTo: 14 }, items, "young_person"), 2);
});

test("what arrives under the reader's eyes is not counted", () => {
  assert.equal(isUnder({ after: 10, upTo: 12 }, message(13), "young_person"), false);
});

test("after an absence the line moves down to what is new", () => {
  const line = { after: 10, upTo: 12 };

  assert.deepEqual(lineAfterAbsence(line, { read: 12, before: 12, newest: 15 }), { after: 12, upTo: 15 });
  assert.deepEqual(lineAfterAbsence(null, { read: 12, before: 12, newest: 15 }), { after: 12, upTo: 15 });
});

test("after an absence the line stays above what had not been read", () => {
  assert.deepEqual(lineAfterAbsence({ after: 10, upTo: 12 }, { read: 10, before: 12, newest: 15 }), { after: 10, upTo: 15 });
});
