import assert from "node:assert/strict";
import { test } from "node:test";
import { newUser, Tab } from "./device.fake.ts";
import { FakeServer } from "./server.fake.ts";

async function twoTabs(): Promise<{ server: FakeServer; one: Tab; other: Tab }> {
  const server = new FakeServer();
  server.scope(17);
  const user = newUser();
  return { server, one: await Tab.open(user, server), other: await Tab.open(user, server) };
}

test("two tabs writing at once never take the same number", async () => {
  const { one, other } = await twoTabs();

  await Promise.all(Array.from({ length: 20 }, (_none, index) => (index % 2 ? one : other).say(`${index}`)));

  const { intents } = await one.outbox();
  assert.deepEqual(intents.map((intent) => intent.n), Array.from({ length: 20 }, (_none, index) => index + 1));
});

test("two tabs sending the same outbox at once write each message once", async () => {
  const { server, one, other } = await twoTabs();
  for (let index = 0; index < 10; index += 1) await (index % 2 ? one : other).say(`${index}`);

  await Promise.all([one.settle(), other.settle(), one.round(), other.round()].map((round) => round.catch(() => undefined)));
  await one.settle();

  assert.deepEqual(server.messages(17).map((message) => message.text), Array.from({ length: 10 }, (_none, index) => `${index}`));
  assert.equal((await other.outbox()).intents.length, 0);
});

test("two tabs told to number themselves anew do it once", async () => {
  const { server, one, other } = await twoTabs();
  await one.say("un");
  server.clients.set((await one.outbox()).client!, "somebody");

  await Promise.all([one.round(), other.round()]);
  await one.settle();
  await other.settle();

  assert.deepEqual(server.messages(17).map((message) => message.text), ["un"]);
  assert.equal(server.clients.size, 2);
});

test("an answer that comes after another tab has moved on takes nothing back", async () => {
  const { server, one, other } = await twoTabs();
  await one.say("un");
  await one.settle();
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  one.world.post = async (request) => {
    const answer = await server.post(request);
    await held;
    return answer;
  };
  server.write(17, { k: "triage", id: "k", d: { flagged: true, handled: 0 } });
  const slow = one.round();
  while (server.requests.length < 2) await new Promise((resolve) => setTimeout(resolve, 1));
  server.remove(17, "triage", "k");
  await other.settle();

  release();
  await slow;

  const base = await one.base();
  assert.equal(base.scopes[0]?.version, 3);
  assert.deepEqual(base.rows, []);
});

test("an answer from before a restored backup is not stored after it", async () => {
  const { server, one, other } = await twoTabs();
  server.write(17, { k: "triage", id: "ancien", d: { flagged: true, handled: 0 } });
  await one.settle();
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  one.world.post = async (request) => {
    const answer = await server.post(request);
    await held;
    return answer;
  };
  server.write(17, { k: "triage", id: "perdu", d: { flagged: true, handled: 0 } });
  const slow = one.round();
  while (server.requests.length < 2) await new Promise((resolve) => setTimeout(resolve, 1));
  server.inc = "i2";
  server.scopes.delete(17);
  server.write(17, { k: "triage", id: "ancien", d: { flagged: false, handled: 0 } });
  await other.settle();

  release();
  await slow;

  assert.deepEqual((await one.base()).rows.map((row) => row.id), ["ancien"]);
  assert.equal((await one.base()).inc, "i2");
});
