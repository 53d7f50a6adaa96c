import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import "../intents/registry.ts";
import { ApiError } from "../api/client.ts";
import { engine } from "./engine.ts";
import { intents, person, store } from "./memory.ts";
import { confirmIdentity, doubtIdentity, me, resume, signIn, signOut } from "./session.ts";
import { acknowledgeLost, status, unsentCount } from "./status.ts";
import { keep } from "./write.ts";

/** What fetch answers, by method and path; anything else fails as a cut network does. */
let answers: Record<string, { status: number; body?: unknown }> = {};
let asked: string[] = [];
const local = new Map<string, string>();

globalThis.fetch = (async (path: string, { method }: RequestInit) => {
  const name = `${method} ${path}`;
  asked.push(name);
  const answer = answers[name];
  if (!answer) throw new TypeError("network");
  return new Response(answer.body === undefined ? null : JSON.stringify(answer.body), { status: answer.status });
}) as typeof fetch;

Object.assign(globalThis, {
  localStorage: {
    getItem: (key: string) => local.get(key) ?? null,
    setItem: (key: string, value: string) => local.set(key, value),
    removeItem: (key: string) => local.delete(key),
  },
  document: { documentElement: { dataset: {} } },
});

const meOf = (id: string) => ({ id, role: "young_person", first_name: id, last_name: "H", scope: 1, terms: { current: "1", accepted: "1" } });
const AUTH = { status: 401, body: { code: "auth", title: "", status: 401 } };
let turn = 0;
let user = "";

/** As when the page is loaded again. */
function reload(): void {
  engine.current = null;
  store.value?.tabs.close();
  store.value = null;
  person.value = null;
  intents.value = [];
  doubtIdentity();
  asked = [];
}

async function signedIn(): Promise<void> {
  answers = { "POST /api/sessions": { status: 200, body: meOf(user) }, "GET /api/me": { status: 200, body: meOf(user) } };
  await signIn("a@b", "secret");
}

const say = (text: string) => keep([{ s: 17, type: "message.send", id: text, set: { text } }]);

beforeEach(() => {
  reload();
  acknowledgeLost();
  local.clear();
  answers = {};
  user = `inès${(turn += 1)}`;
  engine.start = () => ({ wake() {}, syncNow: async () => {}, isFree: () => false, stop() {} });
});

// An open channel would keep the test running for ever.
after(reload);

test("with nothing on the device, the server says who is signed in", async () => {
  answers = { "GET /api/me": { status: 200, body: meOf(user) } };

  assert.equal(await resume(), "ready");

  assert.equal(me.value?.id, user);
  reload();
  answers = { "GET /api/me": AUTH };
  local.clear();
  assert.equal(await resume(), "signed_out");
});

test("a known person starts without any request, and finds what waited", async () => {
  await signedIn();
  await say("un");
  reload();
  answers = {};

  assert.equal(await resume(), "ready");

  assert.deepEqual(asked, []);
  assert.equal(me.value?.first_name, user);
  assert.equal(unsentCount.value, 1);
});

test("wrong credentials leave the person who was there", async () => {
  await signedIn();
  answers["POST /api/sessions"] = { status: 401, body: { code: "bad_credentials", title: "Non", status: 401 } };

  await assert.rejects(signIn("a@b", "wrong"), (failure: ApiError) => failure.code === "bad_credentials");

  assert.equal(local.get("passerelle.user"), user);
});

test("signing out ends the session, and erases databases and names", async () => {
  await signedIn();
  await say("un");
  answers["DELETE /api/me/sessions/current"] = { status: 204 };

  await signOut();

  assert.equal(me.value, null);
  assert.deepEqual([...local.keys()], []);
  const left = (await indexedDB.databases()).map((database) => database.name);
  assert.deepEqual(left.filter((name) => name?.endsWith(`:${user}`)), []);
});

test("signing out without network erases all the same, and ends the session before anybody enters again", async () => {
  await signedIn();
  answers = {};
  await signOut();
  assert.equal((await indexedDB.databases()).some(({ name }) => name === `outbox:${user}`), false);

  assert.equal(await resume(), "signed_out");
  answers = { "DELETE /api/me/sessions/current": { status: 204 }, "GET /api/me": AUTH };
  reload();
  assert.equal(await resume(), "signed_out");

  assert.deepEqual(asked, ["DELETE /api/me/sessions/current", "GET /api/me"]);
  assert.equal(local.has("passerelle.leaving"), false);
});

test("leaving does not wait for a network that hangs, and nobody enters before the old session is ended", async () => {
  await signedIn();
  const fetched = globalThis.fetch;
  const held: { answer?: (response: Response) => void } = {};
  globalThis.fetch = (path, options) => (options?.method === "DELETE" ? new Promise((done) => (held.answer = done)) : fetched(path, options));

  await signOut();

  assert.equal(me.value, null);
  assert.equal((await indexedDB.databases()).some(({ name }) => name === `outbox:${user}`), false);
  asked = [];
  const entering = signIn("a@b", "secret");
  await new Promise((done) => setTimeout(done, 20));
  assert.deepEqual(asked, []);
  held.answer?.(new Response(null, { status: 204 }));
  await entering;
  globalThis.fetch = fetched;
  assert.equal(me.peek()?.id, user);
});

test("somebody else's cookie is noticed before anything is sent under their name", async () => {
  await signedIn();
  await say("à moi");
  const mine = user;
  doubtIdentity();
  answers["GET /api/me"] = { status: 200, body: meOf(`${user}-autre`) };

  assert.equal(await confirmIdentity(), false);

  assert.equal(me.value?.id, `${mine}-autre`);
  assert.equal(unsentCount.value, 0);
  reload();
  local.set("passerelle.user", mine);
  await resume();
  assert.equal(unsentCount.value, 1);
});

test("while somebody signs in in another tab, this one sends nothing", async () => {
  await signedIn();

  local.set("passerelle.user", `?${user}`);

  assert.equal(await confirmIdentity(), false);
});

test("a page killed while somebody signed in finds the person who was there", async () => {
  await signedIn();
  await say("un");
  reload();
  local.set("passerelle.user", `?${user}`);
  answers = {};

  assert.equal(await resume(), "ready");

  assert.equal(unsentCount.value, 1);
  assert.equal(local.get("passerelle.user"), user);
});

test("the same person signing in again keeps what waits", async () => {
  await signedIn();
  await say("un");

  await signedIn();

  assert.equal(unsentCount.value, 1);
  assert.equal(status.value.signInNeeded, false);
});

test("what the browser erased is counted at the next start", async () => {
  await signedIn();
  await say("un");
  await say("deux");
  const { outbox, base } = store.value!;
  reload();
  outbox.close();
  base.close();
  await outbox.erase();
  await base.erase();

  answers = { "GET /api/me": { status: 200, body: meOf(user) } };
  await resume();

  assert.equal(status.value.lost, 2);
  acknowledgeLost();
  assert.equal(status.value.lost, null);
});
