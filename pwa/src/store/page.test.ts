import assert from "node:assert/strict";
import { test } from "node:test";
import { newUser, Tab } from "../sync/device.fake.ts";
import { FakeServer, messageOf } from "../sync/server.fake.ts";
import { applyPage, judge } from "./page.ts";

async function filled(): Promise<{ server: FakeServer; tab: Tab }> {
  const server = new FakeServer();
  server.write(17, { k: "message", id: "m1", d: messageOf("nadia", 1, "un") });
  const tab = await Tab.open(newUser(), server);
  await tab.settle();
  return { server, tab };
}

test("a delta that comes next is stored as a page would be", async () => {
  const { server, tab } = await filled();
  server.write(17, { k: "message", id: "m2", d: messageOf("nadia", 2, "deux") });

  const stored = await applyPage(tab.store.base, { scopes: [server.delta(17, 1)], exact: true });

  assert.deepEqual(stored.behind, []);
  assert.deepEqual(await tab.texts(), ["un", "deux"]);
  assert.equal((await tab.base()).scopes[0]?.version, 2);
});

test("a delta with something missing before it is left for a pull", async () => {
  const { server, tab } = await filled();
  server.write(17, { k: "message", id: "m2", d: messageOf("nadia", 2, "deux") });
  server.write(17, { k: "message", id: "m3", d: messageOf("nadia", 3, "trois") });

  const stored = await applyPage(tab.store.base, { scopes: [server.delta(17, 2)], exact: true });

  assert.deepEqual(stored.behind, [17]);
  assert.deepEqual(await tab.texts(), ["un"]);
});

test("a delta already received by a pull changes nothing", async () => {
  const { server, tab } = await filled();
  server.write(17, { k: "message", id: "m2", d: messageOf("nadia", 2, "deux") });
  const delta = server.delta(17, 1);
  await tab.settle();

  const stored = await applyPage(tab.store.base, { scopes: [delta], exact: true });

  assert.deepEqual([stored.behind, stored.scopes.size], [[], 0]);
});

test("a delta is not taken in the middle of a page that has not ended", async () => {
  const { server, tab } = await filled();
  for (const seq of [2, 3, 4]) server.write(17, { k: "message", id: `m${seq}`, d: messageOf("nadia", seq, `${seq}`) });
  server.pageRows = 1;
  await tab.round();

  const stored = await applyPage(tab.store.base, { scopes: [server.delta(17, 1)], exact: true });

  assert.deepEqual(stored.behind, [17]);
});

test("a page older than a newer unfinished one cannot bring a deleted row back", async () => {
  const { server, tab } = await filled();
  server.write(17, { k: "triage", id: "k", d: { flagged: true, handled: 0 } });
  const older = { ...server.delta(17, 1), part: true };
  server.remove(17, "triage", "k");
  await applyPage(tab.store.base, { scopes: [{ ...server.delta(17, 1), part: true }] });

  const stored = await applyPage(tab.store.base, { scopes: [older] });

  assert.equal(stored.scopes.size, 0);
  assert.deepEqual((await tab.base()).rows, []);
});

test("what was deleted leaves the base, and a deleted message its summary", async () => {
  const { server, tab } = await filled();
  server.write(17, { k: "triage", id: "k", d: { flagged: true, handled: 0 } }, { k: "message", id: "m2", d: messageOf("nadia", 2, "deux") });
  await tab.settle();
  server.remove(17, "triage", "k");
  server.remove(17, "message", "m2");

  await tab.settle();

  const { rows, summaries } = await tab.base();
  assert.deepEqual(rows, []);
  assert.deepEqual(await tab.texts(), ["un"]);
  assert.equal(summaries[0]?.last?.d.text, "un");
});

test("fields this version does not know are kept as they came", async () => {
  const { server, tab } = await filled();
  server.write(17, { k: "triage", id: "k", d: { flagged: true, handled: 0, later: { deep: [1] } } });
  server.write(17, { k: "unheard_of", id: "x", d: { a: 1 } });

  await tab.settle();

  const { rows } = await tab.base();
  assert.deepEqual(rows.map((row) => row.d), [{ flagged: true, handled: 0, later: { deep: [1] } }, { a: 1 }]);
});

test("what a page is worth depends only on epoch, cursor and what is unfinished", () => {
  const held = { s: 17, epoch: 2, version: 10, lane: 0, client: "c", g: 0 };
  const page = (epoch: number, from: number, to: number) => ({ s: 17, epoch, from, to, rows: [], del: [] as [] });
  const table: [string, ReturnType<typeof page>, object][] = [
    ["continue", page(2, 10, 12), {}],
    ["continue", page(2, 8, 12), {}],
    ["continue", page(2, 10, 10), {}],
    ["stale", page(2, 8, 9), {}],
    ["behind", page(2, 11, 12), {}],
    ["whole", page(2, 0, 12), {}],
    ["whole", page(3, 0, 4), {}],
    ["behind", page(3, 10, 12), {}],
    ["stale", page(1, 0, 30), {}],
    ["stale", page(2, 10, 14), { part: { epoch: 2, to: 15, whole: false } }],
    ["continue", page(2, 10, 15), { part: { epoch: 2, to: 15, whole: false } }],
    ["stale", page(2, 0, 30), { part: { epoch: 3, to: 4, whole: true } }],
  ];

  for (const [expected, asked, more] of table) assert.equal(judge({ ...held, ...more }, asked), expected, JSON.stringify([asked, more]));
  assert.equal(judge(undefined, page(1, 0, 3)), "whole");
  assert.equal(judge(undefined, page(1, 2, 3)), "behind");
});
