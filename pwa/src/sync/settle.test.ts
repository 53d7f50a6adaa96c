import assert from "node:assert/strict";
import { test } from "node:test";
import type { Intent } from "../store/intent.ts";
import { newUser, Tab } from "./device.fake.ts";
import { FakeServer, messageOf } from "./server.fake.ts";
import { fork, settle, type Decision } from "./settle.ts";

async function waiting(): Promise<{ tab: Tab; client: string; intent: Intent }> {
  const tab = await Tab.open(newUser(), new FakeServer());
  await tab.say("un");
  const { client, intents } = await tab.outbox();
  return { tab, client: client!, intent: intents[0]! };
}

function refusalOf(client: string, intent: Intent): Decision {
  const answers = [{ s: 17, v: 0, last: 1, r: [{ n: intent.n, o: "rejected" as const, why: "validation" as const }] }];
  return { client, intents: [intent], answers, lanes: new Map(), dropped: [], build: null, now: 1 };
}

test("an answer about a number that has passed to another intent touches nothing", async () => {
  const { tab, client, intent } = await waiting();

  await settle(tab.store.outbox, refusalOf(client, { ...intent, u: "another" }));

  assert.equal((await tab.outbox()).intents.length, 1);
});

test("an answer to a former identifier touches nothing", async () => {
  const { tab, client, intent } = await waiting();
  await fork(tab.store.outbox, client, 1);

  await settle(tab.store.outbox, refusalOf(client, intent));

  assert.equal((await tab.outbox()).intents.length, 1);
});

test("under a new identifier each lane begins at one, with nothing left of the former numbers", async () => {
  const { tab, client } = await waiting();
  await tab.say("deux");
  await settle(tab.store.outbox, { ...refusalOf(client, (await tab.outbox()).intents[0]!) });

  await fork(tab.store.outbox, client, 1);
  await tab.say("trois");

  assert.deepEqual((await tab.outbox()).intents.map(({ n, set }) => [n, set.text]), [[1, "deux"], [2, "trois"]]);
});

test("an identifier is changed once, however many tabs are told to", async () => {
  const { tab, client } = await waiting();
  await fork(tab.store.outbox, client, 1);
  const { client: next } = await tab.outbox();

  await fork(tab.store.outbox, client, 1);

  assert.equal((await tab.outbox()).client, next);
});

test("an answered intent stays until the last page of its effect has come", async () => {
  const server = new FakeServer();
  for (let seq = 1; seq <= 5; seq += 1) server.write(17, { k: "message", id: `m${seq}`, d: messageOf("nadia", seq, `${seq}`) });
  server.pageRows = 2;
  const tab = await Tab.open(newUser(), server);
  await tab.say("un");

  await tab.round();
  assert.deepEqual((await tab.outbox()).intents.map((intent) => intent.o), ["applied"]);
  await tab.settle();

  assert.equal((await tab.outbox()).intents.length, 0);
});

test("what was done in a scope taken away since waits for no page", async () => {
  const server = new FakeServer();
  server.scope(17);
  server.scope(18);
  const tab = await Tab.open(newUser(), server);
  await tab.settle();
  await tab.say("fait", 18);
  server.faults = ["pull"];
  await tab.round();
  server.scopes.delete(18);

  await tab.settle();

  const { intents, sent } = await tab.outbox();
  assert.deepEqual([intents.length, sent.length], [0, 1]);
});
