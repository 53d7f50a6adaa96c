import assert from "node:assert/strict";
import { test } from "node:test";
import type { Side } from "../../../api/types.ts";
import { countUnder, firstUnder, isUnder, lineAfterAbsence, lineAtOpening } from "./unread.ts";

const message = (seq: number | null, side: Side = "advisor", deleted = false) => ({ seq, side, deleted });

test("a thread read to its end has no line", () => {
  assert.equal(lineAtOpening({ read: 12, newest: 12 }), null);
  assert.deepEqual(lineAtOpening({ read: 10, newest: 12 }), { after: 10, upTo: 12 });
});

test("the line counts what the other side wrote and left, not one's own words", () => {
  const items = [message(10), message(11), message(12, "young_person"), message(13, "advisor", true), message(14)];

  assert.equal(countUnder({ after: 10, upTo: 14 }, items, "young_person"), 2);
});

test("the line lies above the first message of the other side that was not read", () => {
  const items = [message(10), message(11, "young_person"), message(12)];

  assert.equal(firstUnder({ after: 10, upTo: 12 }, items, "young_person"), items[2]);
  assert.equal(firstUnder({ after: 12, upTo: 13 }, items, "young_person"), null);
});

test("no line is drawn while the place where it lies is not loaded", () => {
  assert.equal(firstUnder({ after: 10, upTo: 90 }, [message(40), message(41)], "young_person"), null);
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
  const line = { after: 10, upTo: 12 };

  assert.deepEqual(lineAfterAbsence(line, { read: 10, before: 12, newest: 15 }), { after: 10, upTo: 15 });
});
