import assert from "node:assert/strict";
import { test } from "node:test";
import { DeviceFull } from "../store/database.ts";
import { newUser, Tab } from "./device.fake.ts";
import { FakeServer, messageOf } from "./server.fake.ts";

async function world(...s: number[]): Promise<{ server: FakeServer; tab: Tab; user: string }> {
  const server = new FakeServer();
  for (const scope of s.length > 0 ? s : [17]) server.scope(scope);
  const user = newUser();
  return { server, tab: await Tab.open(user, server), user };
}

const texts = (server: FakeServer, s = 17) => server.messages(s).map((message) => message.text);

test("what is written while the server is silent is known not to have left", async () => {
  const { server, tab } = await world();
  await tab.say("un");
  server.faults = ["unreachable", "unreachable"];
  await tab.round();
  await tab.say("deux");
  await tab.round();

  assert.deepEqual((await tab.outbox()).intents.map((intent) => intent.tried ?? false), [true, false]);
  await tab.settle();

  assert.deepEqual(texts(server), ["un", "deux"]);
});

test("a message written here reaches the server and comes back in the base, in one round", async () => {
  const { server, tab } = await world();
  await tab.say("bonjour");

  assert.deepEqual(await tab.round(), { t: "idle" });

  assert.deepEqual(texts(server), ["bonjour"]);
  assert.deepEqual(await tab.texts(), ["bonjour"]);
  const { intents, sent } = await tab.outbox();
  assert.equal(intents.length, 0);
  assert.equal(sent.length, 1);
});

test("an answer lost after the server has written gives neither loss nor double", async () => {
  const { server, tab } = await world();
  await tab.say("un");
  server.faults = ["lost"];

  assert.deepEqual(await tab.round(), { t: "later", seconds: null });
  assert.equal((await tab.outbox()).intents.length, 1);
  await tab.say("deux");
  await tab.settle();

  assert.deepEqual(texts(server), ["un", "deux"]);
  assert.equal((await tab.outbox()).sent.length, 2);
});

test("an intent whose effect has come but whose fate is unknown stays until its fate is known", async () => {
  const { server, tab, user } = await world();
  await tab.say("refusé");
  server.refused.set("refusé", "validation");
  server.faults = ["lost"];
  await tab.round();
  const other = await Tab.open(user, server);
  server.faults = [];

  await other.round();

  assert.equal((await tab.outbox()).quarantine[0]?.why, "validation");
});

test("a refused message is set aside with its words, and the lane goes on", async () => {
  const { server, tab } = await world();
  server.refused.set("mauvais", "too_late");
  await tab.say("avant");
  await tab.say("mauvais");
  await tab.say("après");

  await tab.settle();

  assert.deepEqual(texts(server), ["avant", "après"]);
  const [refused] = (await tab.outbox()).quarantine;
  assert.equal(refused?.why, "too_late");
  assert.equal(refused?.intent.set.text, "mauvais");
});

test("a reading mark that is refused bothers nobody", async () => {
  const { tab } = await world();
  await tab.write({ s: 99, type: "thread.read", id: "k", set: { seq: 3 } });

  await tab.settle();

  const { intents, quarantine } = await tab.outbox();
  assert.deepEqual([intents.length, quarantine.length], [0, 0]);
});

test("words for a scope taken away are set aside, not lost", async () => {
  const { server, tab } = await world(17, 18);
  await tab.settle();
  server.scopes.delete(18);
  await tab.say("pour personne", 18);

  await tab.settle();

  assert.equal((await tab.outbox()).quarantine[0]?.intent.set.text, "pour personne");
  assert.deepEqual((await tab.base()).scopes.map((scope) => scope.s), [17]);
});

test("a type the server does not know yet waits, then goes when the server has changed", async () => {
  const { server, tab } = await world();
  server.knownTypes.delete("message.send");
  await tab.say("d'avance");
  await tab.settle();
  assert.equal((await tab.outbox()).quarantine[0]?.build, "b1");
  server.knownTypes.add("message.send");
  server.build = "b2";

  await tab.settle();

  assert.deepEqual(texts(server), ["d'avance"]);
  assert.equal((await tab.outbox()).quarantine.length, 0);
});

test("a client identifier bound to somebody else is left, and every lane numbered again", async () => {
  const { server, tab } = await world(17, 18);
  await tab.say("un");
  await tab.settle();
  const { client } = await tab.outbox();
  await tab.say("deux");
  await tab.say("trois", 18);
  server.clients.set(client!, "somebody");

  await tab.settle();

  assert.deepEqual([texts(server), texts(server, 18)], [["un", "deux"], ["trois"]]);
  assert.notEqual((await tab.outbox()).client, client);
});

test("what a former identifier had sent says nothing of the new one's numbers", async () => {
  const { server, tab } = await world();
  for (const text of ["un", "deux", "trois"]) await tab.say(text);
  await tab.settle();
  server.clients.set((await tab.outbox()).client!, "somebody");
  await tab.say("quatre");

  await tab.settle();

  const [scope] = (await tab.base()).scopes;
  assert.deepEqual([scope?.lane, scope?.client], [1, (await tab.outbox()).client]);
});

test("nobody's words leave under another name when the client identifier is refused", async () => {
  const { server, tab } = await world();
  await tab.say("à moi");
  const { client } = await tab.outbox();
  server.clients.set(client!, "somebody");
  let isDoubted = false;
  tab.world.doubt = () => (isDoubted = true);
  tab.world.confirm = async () => !isDoubted;

  await tab.round();

  assert.equal((await tab.outbox()).client, client);
  assert.deepEqual(texts(server), []);
});

test("a cloned device is told apart by its unknown intents and numbers itself anew", async () => {
  const { server, tab } = await world();
  await tab.say("d'origine");
  const { client } = await tab.outbox();
  server.scope(17).lanes.set(client!, { last: 1, log: new Map([[1, { u: "other", o: "applied" }]]) });

  await tab.settle();

  assert.deepEqual(texts(server), ["d'origine"]);
  assert.notEqual((await tab.outbox()).client, client);
});

test("a server that refuses every identifier is not asked without end", async () => {
  const { server, tab } = await world();
  await tab.say("un");
  const forked = { status: 200, body: { proto: 1, inc: "i1", now: 1, build: "b1", push: [{ s: 17, v: 0, last: 0, r: [{ n: 1, o: "forked" }] }] }, retryAfter: null };
  server.faults = Array.from({ length: 9 }, () => forked);

  const verdicts = [];
  for (let count = 0; count < 5; count += 1) verdicts.push((await tab.round()).t);

  assert.deepEqual(verdicts, ["again", "again", "again", "later", "later"]);
});

test("a device without room for what comes still sends, and says so", async () => {
  const { server, tab } = await world();
  server.write(17, { k: "message", id: "n1", d: messageOf("nadia", 1, "salut") });
  await tab.say("parti");
  const { base } = tab.store;
  const write = base.write.bind(base);
  base.write = () => Promise.reject(new DeviceFull());

  await tab.settle();
  assert.deepEqual([texts(server), tab.isFull, (await tab.outbox()).intents[0]?.o], [["salut", "parti"], true, "applied"]);
  await tab.say("encore");
  await tab.settle();
  assert.equal(server.requests.at(-1)?.pull, undefined);
  base.write = write as typeof base.write;
  tab.progress.full = false;
  await tab.settle();

  assert.deepEqual(await tab.texts(), ["salut", "parti", "encore"]);
});

test("a lane with a hole takes its numbers from the one the server expects", async () => {
  const { server, tab } = await world();
  for (const text of ["un", "deux", "trois"]) await tab.say(text);
  await tab.store.outbox.write(["intent"], "strict", (tx) => tx.objectStore("intent").delete([17, 1]));

  await tab.settle();

  assert.deepEqual(texts(server), ["deux", "trois"]);
  assert.equal((await tab.outbox()).sent.length, 2);
});

test("what the server lost after answering is sent again", async () => {
  const { server, tab } = await world();
  await tab.say("un");
  server.faults = ["pull"];
  await tab.round();
  assert.equal((await tab.outbox()).intents[0]?.o, "applied");
  server.scopes.clear();
  server.scope(17);
  server.inc = "i2";
  await tab.say("deux");

  await tab.settle();

  assert.deepEqual(texts(server), ["un", "deux"]);
});

test("a session that ended keeps everything and resumes the same lanes", async () => {
  const { server, tab } = await world();
  server.signedIn = false;
  await tab.say("gardé");

  assert.deepEqual(await tab.round(), { t: "sign_in" });
  assert.equal(tab.link.signInNeeded, true);
  server.signedIn = true;
  await tab.settle();

  assert.deepEqual(texts(server), ["gardé"]);
  assert.equal(tab.link.signInNeeded, false);
});

test("a request refused whole is halved until the one at fault is alone, and only that one is set aside", async () => {
  const { server, tab } = await world(17, 18);
  for (let index = 0; index < 12; index += 1) await tab.say(`bon${index}`, index % 2 ? 17 : 18);
  await tab.say("illisible", 17);
  await tab.say("suite", 17);
  server.unreadable = "illisible";

  await tab.settle();

  assert.deepEqual((await tab.outbox()).quarantine.map((one) => one.intent.set.text), ["illisible"]);
  assert.equal(texts(server).at(-1), "suite");
  assert.equal(server.messages(17).length + server.messages(18).length, 13);
});

test("when the request itself is at fault nothing is set aside", async () => {
  const { server, tab } = await world();
  await tab.say("innocent");
  await tab.say("aussi");
  server.unreadable = "proto";

  for (let count = 0; count < 12; count += 1) await tab.round();

  assert.equal((await tab.outbox()).quarantine.length, 0);
  server.unreadable = null;
  await tab.settle();
  assert.deepEqual(texts(server), ["innocent", "aussi"]);
});

test("too much at once is split", async () => {
  const { server, tab } = await world();
  server.maxIntents = 3;
  for (let index = 0; index < 10; index += 1) await tab.say(`${index}`);

  await tab.settle();

  assert.equal(server.messages(17).length, 10);
  assert.equal((await tab.outbox()).quarantine.length, 0);
});

test("no more than fifty intents of a lane travel together", async () => {
  const { server, tab } = await world();
  for (let index = 0; index < 120; index += 1) await tab.say(`${index}`);

  await tab.settle();

  assert.deepEqual(server.pushes, [50, 50, 20]);
  assert.deepEqual(texts(server), Array.from({ length: 120 }, (_one, index) => `${index}`));
});

test("an application too old still sends, and stops receiving", async () => {
  const { server, tab } = await world();
  server.minimumApp = true;
  await tab.say("quand même");

  await tab.settle();

  assert.deepEqual(texts(server), ["quand même"]);
  assert.equal(tab.link.tooOld, true);
  assert.equal((await tab.outbox()).intents[0]?.o, "applied");
  await tab.round();
  assert.equal(server.requests.length, 1);
});

test("a pull that fails inside an answer does not hide the fate of the intents", async () => {
  const { server, tab } = await world();
  await tab.say("parti");
  server.faults = ["pull"];

  assert.deepEqual(await tab.round(), { t: "later", seconds: null });
  assert.equal((await tab.outbox()).intents[0]?.o, "applied");
  await tab.settle();

  assert.deepEqual(server.requests.map((request) => request.pull?.lanes), [[], [17]]);
  assert.equal((await tab.outbox()).intents.length, 0);
});

test("what the server could not do this time is kept, and tried again later", async () => {
  const { server, tab } = await world();
  await tab.say("patience");
  const push = [{ s: 17, v: 0, last: 0, r: [{ n: 1, o: "retry" }] }];
  const pull = { scopes: [], drop: [], more: null, wait_ms: 0 };
  server.faults = [{ status: 200, body: { proto: 1, inc: "i1", now: 1, build: "b1", push, pull }, retryAfter: null }];

  assert.deepEqual(await tab.round(), { t: "later", seconds: null });
  await tab.settle();

  assert.deepEqual(texts(server), ["patience"]);
});

test("an overloaded server is left alone for the time it says", async () => {
  const { server, tab } = await world();
  server.faults = [{ status: 503, body: null, retryAfter: 7 }];

  assert.deepEqual(await tab.round(), { t: "later", seconds: 7 });
});

test("a long thread comes in pages, and the cursor moves only with the last one", async () => {
  const { server, tab } = await world();
  for (let seq = 1; seq <= 25; seq += 1) server.write(17, { k: "message", id: `m${seq}`, d: messageOf("nadia", seq, `${seq}`) });
  server.pageRows = 10;

  await tab.round();
  assert.equal((await tab.base()).scopes[0]?.version, 0);
  assert.equal((await tab.texts()).length, 10);
  await tab.settle();

  assert.equal((await tab.base()).scopes[0]?.version, 25);
  assert.equal((await tab.texts()).length, 25);
});

test("a scope replaced whole loses what was not sent again, once complete", async () => {
  const { server, tab } = await world();
  for (let seq = 1; seq <= 5; seq += 1) server.write(17, { k: "message", id: `m${seq}`, d: messageOf("nadia", seq, `${seq}`) });
  await tab.settle();
  const scope = server.scope(17);
  scope.epoch = 2;
  scope.rows.delete("message m2");
  server.pageRows = 2;

  await tab.round();
  assert.ok((await tab.texts()).includes("2"));
  await tab.settle();

  assert.deepEqual(await tab.texts(), ["1", "3", "4", "5"]);
  assert.equal((await tab.base()).scopes[0]?.epoch, 2);
});

test("a server restored from a backup is given again what it has forgotten, once", async () => {
  const { server, tab } = await world(17, 18);
  await tab.say("avant");
  await tab.settle();
  const backup = structuredClone(server.scopes);
  await tab.say("oublié");
  await tab.say("aussi", 18);
  await tab.settle();
  server.scopes = backup;
  server.inc = "i2";
  await tab.say("après");

  await tab.settle();

  assert.deepEqual([texts(server), texts(server, 18)], [["avant", "oublié", "après"], ["aussi"]]);
  assert.deepEqual(await tab.texts(), ["avant", "oublié", "après"]);
  assert.equal((await tab.outbox()).intents.length, 0);
});

test("data restored from a backup are received anew, and what waits here is kept", async () => {
  const { server, tab } = await world();
  server.write(17, { k: "message", id: "m1", d: messageOf("nadia", 1, "un") }, { k: "message", id: "m2", d: messageOf("nadia", 2, "deux") });
  await tab.settle();
  server.inc = "i2";
  server.scopes.delete(17);
  server.write(17, { k: "message", id: "m1", d: messageOf("nadia", 1, "un") });
  server.write(17, { k: "triage", id: "k", d: {} });
  await tab.say("encore");

  await tab.settle();

  assert.deepEqual(await tab.texts(), ["un", "encore"]);
});
