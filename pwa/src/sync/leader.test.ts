import assert from "node:assert/strict";
import { test } from "node:test";
import type { Store } from "../store/open.ts";
import { newUser, Tab } from "./device.fake.ts";
import { lead, type Leadership, type Locks } from "./leader.ts";
import { FakeServer } from "./server.fake.ts";
import { FakeTime } from "./time.fake.ts";

async function storeOf(): Promise<Store> {
  return (await Tab.open(newUser(), new FakeServer())).store;
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 15));

/** Let time pass by seconds until something is so; a minute at most. */
async function until(time: FakeTime, isSo: () => boolean): Promise<void> {
  for (let count = 0; !isSo() && count < 60; count += 1) {
    await soon();
    await time.pass(1_000);
  }
}

for (const [how, locks] of [["locks", navigator.locks], ["a lease", undefined]] as const) {
  test(`with ${how}, one tab leads, and another takes over when it stops`, async () => {
    const store = await storeOf();
    const time = new FakeTime();
    const one = lead(store, time, locks, () => {});
    await until(time, one.isLeader);
    const other = lead(store, time, locks, () => {});
    await soon();
    assert.deepEqual([one.isLeader(), other.isLeader()], [true, false]);

    one.stop();
    await until(time, other.isLeader);

    assert.deepEqual([one.isLeader(), other.isLeader()], [false, true]);
    other.stop();
  });

  test(`with ${how}, a tab may take the lead from one that no longer answers`, async () => {
    const store = await storeOf();
    const time = new FakeTime();
    const heard: [string, boolean][] = [];
    const one = lead(store, time, locks, (is) => heard.push(["one", is]));
    await until(time, one.isLeader);
    const other = lead(store, time, locks, (is) => heard.push(["other", is]));
    await soon();

    other.seize();
    await until(time, () => other.isLeader() && !one.isLeader());

    assert.deepEqual([one.isLeader(), other.isLeader()], [false, true]);
    assert.deepEqual(heard.toSorted(), [["one", false], ["one", true], ["other", true]]);
    stopAll(one, other);
  });
}

for (const [how, locks] of [["locks", navigator.locks], ["a lease", undefined]] as const) {
  test(`with ${how}, a tab that cedes the lead leaves it to the other, and may have it again`, async () => {
    const store = await storeOf();
    const time = new FakeTime();
    const one = lead(store, time, locks, () => {});
    await until(time, one.isLeader);
    const other = lead(store, time, locks, () => {});
    await soon();

    one.cede();
    await until(time, other.isLeader);
    assert.deepEqual([one.isLeader(), other.isLeader()], [false, true]);
    other.stop();
    await until(time, one.isLeader);

    assert.equal(one.isLeader(), true);
    one.stop();
  });
}

test("a browser that refuses locks lets the tab lead", async () => {
  const refusing = { request: () => Promise.reject(new DOMException("no", "SecurityError")) } as unknown as Locks;

  const one = lead(await storeOf(), new FakeTime(), refusing, () => {});
  await soon();

  assert.equal(one.isLeader(), true);
});

function stopAll(...all: Leadership[]): void {
  for (const one of all) one.stop();
}
