import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { newestSeen, watchReading } from "./seen.ts";

const view = { top: 100, bottom: 500 };

test("a message counts once its end is on screen", () => {
  const messages = [
    { seq: 1, top: 0, bottom: 90 },
    { seq: 2, top: 120, bottom: 300 },
    { seq: 3, top: 310, bottom: 520 },
  ];

  assert.equal(newestSeen(messages, view), 2);
  assert.equal(newestSeen([{ seq: 3, top: 400, bottom: 520 }], view), 0);
  assert.equal(newestSeen([{ seq: 3, top: 600, bottom: 700 }], view), 0);
});

test("a message taller than the screen counts when it fills half of it", () => {
  assert.equal(newestSeen([{ seq: 7, top: 110, bottom: 2000 }], view), 7);
});

test("nothing counts in a hidden list", () => {
  assert.equal(newestSeen([{ seq: 7, top: 0, bottom: 0 }], { top: 0, bottom: 0 }), 0);
});

function reading() {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  const world = { attentive: true, seen: 5, read: 3 };
  const marks: number[] = [];
  const watch = watchReading({
    isAttentive: () => world.attentive,
    seen: () => world.seen,
    read: () => world.read,
    mark: (seq) => {
      marks.push(seq);
      world.read = seq;
    },
  });
  return { world, marks, watch };
}

test("one second on screen marks as read, once", () => {
  const { marks, watch } = reading();

  watch.check();
  mock.timers.tick(999);
  assert.deepEqual(marks, []);
  mock.timers.tick(1);
  watch.check();
  mock.timers.tick(5000);

  assert.deepEqual(marks, [5]);
});

test("a page that is hidden or loses focus marks nothing", () => {
  const { world, marks, watch } = reading();

  watch.check();
  mock.timers.tick(500);
  world.attentive = false;
  watch.check();
  mock.timers.tick(5000);

  assert.deepEqual(marks, []);
});

test("focus lost without notice marks nothing either", () => {
  const { world, marks, watch } = reading();

  watch.check();
  world.attentive = false;
  mock.timers.tick(5000);

  assert.deepEqual(marks, []);
});

test("what scrolled away before the second is over is not read", () => {
  const { world, marks, watch } = reading();

  watch.check();
  mock.timers.tick(900);
  world.seen = 4;
  watch.check();
  mock.timers.tick(200);
  assert.deepEqual(marks, []);
  mock.timers.tick(800);

  assert.deepEqual(marks, [4]);
});

test("a message that arrives meanwhile has its own second", () => {
  const { world, marks, watch } = reading();

  watch.check();
  mock.timers.tick(500);
  world.seen = 6;
  watch.check();
  mock.timers.tick(500);
  assert.deepEqual(marks, [5]);
  mock.timers.tick(1000);

  assert.deepEqual(marks, [5, 6]);
});
