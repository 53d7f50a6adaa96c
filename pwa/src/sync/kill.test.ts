import assert from "node:assert/strict";
import { test } from "node:test";
import { Killed, newUser, Tab } from "./device.fake.ts";
import { FakeServer, messageOf } from "./server.fake.ts";

/** Steps of a round that a device can die at: more than any round has. */
const STEPS = 12;

function worldOf(): FakeServer {
  const server = new FakeServer();
  server.write(17, { k: "message", id: "n1", d: messageOf("nadia", 1, "salut") });
  server.scope(18);
  server.pageRows = 2;
  server.refused.set("refusé", "validation");
  return server;
}

for (const when of ["before", "after"] as const) {
  test(`a device that dies ${when} any step of a round loses nothing and doubles nothing`, async () => {
    for (let step = 1; step <= STEPS; step += 1) {
      const server = worldOf();
      const user = newUser();
      const first = await Tab.open(user, server);
      for (const text of ["un", "refusé", "deux"]) await first.say(text);
      await first.say("trois", 18);
      first.killAt(step, when);
      let isDead = false;
      await first.settle().catch((failure: unknown) => {
        if (!(failure instanceof Killed)) throw failure;
        isDead = true;
      });
      first.close();

      const second = await Tab.open(user, server);
      await second.settle();

      const where = `step ${step}, dead ${isDead}`;
      assert.deepEqual(server.messages(17).map((one) => one.text), ["salut", "un", "deux"], where);
      assert.deepEqual(server.messages(18).map((one) => one.text), ["trois"], where);
      assert.deepEqual(await second.texts(), ["salut", "un", "deux"], where);
      const { intents, quarantine, sent } = await second.outbox();
      assert.deepEqual([intents.length, quarantine.length, sent.length], [0, 1, 3], where);
    }
  });
}

test("a device that dies in the middle of a long filling ends with what the server has", async () => {
  for (let step = 1; step <= 30; step += 1) {
    const server = new FakeServer();
    for (let seq = 1; seq <= 12; seq += 1) server.write(17, { k: "message", id: `m${seq}`, d: messageOf("nadia", seq, `${seq}`) });
    server.pageRows = 3;
    const user = newUser();
    const first = await Tab.open(user, server);
    first.killAt(step, "after");
    await first.settle().catch(() => undefined);
    first.close();
    server.scope(17).rows.delete("message m3");
    server.scope(17).epoch = 2;

    const second = await Tab.open(user, server);
    await second.settle();

    assert.deepEqual(await second.texts(), ["1", "2", "4", "5", "6", "7", "8", "9", "10", "11", "12"], `step ${step}`);
  }
});
