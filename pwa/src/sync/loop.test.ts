import assert from "node:assert/strict";
import { test } from "node:test";
import { delayAfter, pollAfter } from "./backoff.ts";
import { createLoop, type Loop } from "./loop.ts";
import { FakeTime } from "./time.fake.ts";
import type { Verdict } from "./world.ts";

interface Bench {
  time: FakeTime;
  loop: Loop;
  /** Times at which a round began. */
  begun: number[];
  verdicts: Verdict[];
  stuck: number;
}

function bench(roundMs = 0, repeats = true): Bench {
  const time = new FakeTime();
  const begun: number[] = [];
  const made: Bench = { time, begun, verdicts: [], stuck: 0, loop: null as unknown as Loop };
  made.loop = createLoop({
    async round() {
      begun.push(time.now());
      if (roundMs > 0) await new Promise<void>((resolve) => time.later(roundMs, resolve));
      return made.verdicts.shift() ?? { t: "idle" };
    },
    timers: time,
    repeats: () => repeats,
    isVisible: () => true,
    isLive: () => false,
    syncing: () => {},
    stuck: () => (made.stuck += 1),
  });
  return made;
}

test("an idle lane sends at once", async () => {
  const { time, loop, begun } = bench();

  loop.wrote();
  await time.pass(0);

  assert.deepEqual(begun, [0]);
});

test("writes made while a request is in flight leave together, once they have paused 150 ms", async () => {
  const { time, loop, begun } = bench(100);
  loop.wrote();
  await time.pass(50);
  loop.wrote();
  await time.pass(40);
  loop.wrote();

  await time.pass(1000);

  assert.deepEqual(begun, [0, 240]);
});

test("a poke heard in flight is followed at once", async () => {
  const { time, loop, begun } = bench(100);
  loop.poked();
  await time.pass(50);

  loop.poked();
  await time.pass(500);

  assert.deepEqual(begun, [0, 100]);
});

test("a failing network is tried less and less often, up to five minutes", async () => {
  const { time, loop, begun, verdicts } = bench();
  for (let count = 0; count < 14; count += 1) verdicts.push({ t: "later", seconds: null });
  time.chance = 0.999;

  loop.wrote();
  await time.pass(3_600_000);

  const gaps = begun.slice(1, 14).map((at, index) => Math.round((at - begun[index]!) / 1000));
  assert.deepEqual(gaps, [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300, 300]);
});

test("a person who writes does not wait for the next attempt, unless the server asked for time", async () => {
  const { time, loop, begun, verdicts } = bench();
  verdicts.push({ t: "later", seconds: null }, { t: "later", seconds: 30 });
  loop.wrote();
  await time.pass(10);
  loop.wrote();
  await time.pass(10);
  assert.deepEqual(begun, [0, 10]);

  loop.wrote();
  loop.revived();
  await time.pass(29_000);
  assert.equal(begun.length, 2);
  await time.pass(3_000);

  assert.equal(begun.length, 3);
});

test("the network coming back is followed at once", async () => {
  const { time, loop, begun, verdicts } = bench();
  for (let count = 0; count < 12; count += 1) verdicts.push({ t: "later", seconds: null });
  time.chance = 0.999;
  loop.wrote();
  await time.pass(400_000);
  const before = begun.length;

  loop.revived();
  await time.pass(1_100);

  assert.equal(begun.length, before + 2);
});

test("a device that fails in the middle of a round tries again later", async () => {
  const { time, loop, begun } = bench();
  Object.defineProperty(begun, "push", { value: (at: number) => {
    begun[begun.length] = at;
    if (begun.length === 1) throw new Error("database closing");
  } });

  await loop.now();
  await time.pass(2_000);

  assert.equal(begun.length, 2);
});

test("nothing happening, a visible page synchronises about every minute", async () => {
  const { time, loop, begun } = bench();

  loop.wrote();
  await time.pass(200_000);

  assert.deepEqual(begun, [0, 60_000, 120_000, 180_000]);
});

test("a tab that does not lead synchronises only when asked", async () => {
  const { time, loop, begun } = bench(0, false);

  await loop.now();
  await time.pass(600_000);

  assert.deepEqual(begun, [0]);
});

test("a loop that is stopped never starts again", async () => {
  const { time, loop, begun } = bench();
  loop.stop();

  loop.wrote();
  await loop.now();
  await time.pass(600_000);

  assert.deepEqual(begun, []);
});

test("what is asked for by hand ends with the attempt, failed or not", async () => {
  const { time, loop, begun, verdicts } = bench(100);
  verdicts.push({ t: "later", seconds: null });
  let hasEnded = false;
  const asked = loop.now().then(() => (hasEnded = true));

  await time.pass(50);
  assert.equal(hasEnded, false);
  await time.pass(50);
  await asked;

  assert.deepEqual(begun, [0]);
});

test("a server that says when to come back is not visited before", () => {
  assert.equal(delayAfter(1, 10, 0), 10_000);
  assert.equal(delayAfter(1, null, 0), 250);
  assert.equal(pollAfter(true, true, 0.5), 300_000);
  assert.equal(pollAfter(false, false, 0.5), 300_000);
});
