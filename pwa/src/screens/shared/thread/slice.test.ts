import assert from "node:assert/strict";
import { test } from "node:test";
import { around, earlier, follow, later, latest, MOST } from "./slice.ts";

const thread = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => ({ id: `m${from + index}` }));

test("a long thread opens on its last messages", () => {
  assert.deepEqual(latest(5000), { start: 4980, end: 5000 });
  assert.deepEqual(latest(7), { start: 0, end: 7 });
});

test("going up and down the whole thread never holds more than allowed", () => {
  let slice = latest(5000);

  for (let turn = 0; turn < 300; turn += 1) {
    slice = earlier(slice);
    assert.ok(slice.end - slice.start <= MOST);
  }
  assert.equal(slice.start, 0);

  for (let turn = 0; turn < 300; turn += 1) {
    slice = later(slice, 5000);
    assert.ok(slice.end - slice.start <= MOST);
  }
  assert.equal(slice.end, 5000);
});

test("older messages put in front do not change what is shown", () => {
  const before = thread(100, 200);
  const after = thread(40, 200);

  const slice = follow({ start: 0, end: 80 }, { before, after, isFollowing: false });

  assert.deepEqual(slice, { start: 60, end: 140 });
});

test("whoever is at the bottom sees what arrives, and nothing more is drawn for it", () => {
  const slice = follow(latest(200), { before: thread(0, 200), after: thread(0, 201), isFollowing: true });

  assert.deepEqual(slice, { start: 180, end: 201 });
});

test("a day of arrivals at the bottom does not fill the page", () => {
  const slice = follow(latest(200), { before: thread(0, 200), after: thread(0, 900), isFollowing: true });

  assert.deepEqual(slice, { start: 800, end: 900 });
});

test("whoever reads higher up keeps their place, and arrivals wait when the page is full", () => {
  const before = thread(0, 200);
  const start = 200 - MOST;

  const slice = follow({ start, end: 200 }, { before, after: thread(0, 205), isFollowing: false });

  assert.deepEqual(slice, { start, end: 200 });
});

test("a message that is gone does not lose the reader's place", () => {
  const before = thread(0, 10);
  const after = before.filter(({ id }) => id !== "m0");

  assert.deepEqual(follow({ start: 0, end: 10 }, { before, after, isFollowing: false }), { start: 0, end: 9 });
});

test("jumping to a message puts it in the middle, and stays inside the thread", () => {
  assert.deepEqual(around(2500, 5000), { start: 2490, end: 2510 });
  assert.deepEqual(around(3, 5000), { start: 0, end: 20 });
  assert.deepEqual(around(4999, 5000), { start: 4980, end: 5000 });
});
