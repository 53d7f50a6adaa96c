import assert from "node:assert/strict";
import { test } from "node:test";
import { newUser, Tab } from "../sync/device.fake.ts";
import { FakeServer } from "../sync/server.fake.ts";
import { rewrite, withdraw } from "./unsent.ts";

async function writing(): Promise<{ server: FakeServer; tab: Tab }> {
  const server = new FakeServer();
  server.scope(17);
  const tab = await Tab.open(newUser(), server);
  await tab.say("un");
  await tab.say("deux");
  await tab.say("trois");
  return { server, tab };
}

test("a message that never left is written anew in place, and leaves as if written so", async () => {
  const { server, tab } = await writing();

  assert.equal(await rewrite(tab.store.outbox, 17, "m-deux", "DEUX"), true);
  await tab.settle();

  const messages = server.messages(17);
  assert.deepEqual(messages.map((message) => message.text), ["un", "DEUX", "trois"]);
  assert.equal(messages[1]?.edited, null);
});

test("a message that may have left is not written anew: the edit follows it", async () => {
  const { server, tab } = await writing();
  server.faults = ["lost"];
  await tab.round();

  assert.equal(await rewrite(tab.store.outbox, 17, "m-deux", "DEUX"), false);
});

test("a message that never left is withdrawn, and the lane has no hole", async () => {
  const { server, tab } = await writing();

  const taken = await withdraw(tab.store.outbox, 17, "m-deux");

  assert.equal(taken?.set.text, "deux");
  assert.deepEqual((await tab.outbox()).intents.map(({ n, id }) => [n, id]), [[1, "m-un"], [2, "m-trois"]]);
  await tab.say("quatre");
  assert.equal((await tab.outbox()).intents.at(-1)?.n, 3);
  await tab.settle();
  assert.deepEqual(server.messages(17).map((message) => message.text), ["un", "trois", "quatre"]);
});

test("the last message is withdrawn and its number serves again", async () => {
  const { server, tab } = await writing();

  await withdraw(tab.store.outbox, 17, "m-trois");
  await tab.say("autre");
  await tab.settle();

  assert.deepEqual(server.messages(17).map((message) => message.text), ["un", "deux", "autre"]);
});

test("a message that may have left, or that another answers, is not withdrawn", async () => {
  const { server, tab } = await writing();
  await tab.write({ s: 17, type: "message.send", id: "m-suite", set: { text: "suite", reply_to: "m-trois" } });
  assert.equal(await withdraw(tab.store.outbox, 17, "m-trois"), null);
  server.faults = ["lost"];
  await tab.round();

  assert.equal(await withdraw(tab.store.outbox, 17, "m-un"), null);
});
