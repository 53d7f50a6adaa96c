import assert from "node:assert/strict";
import { test } from "node:test";
import { paint, scopes } from "../store/memory.ts";
import { summary } from "../store/summaries.ts";
import { DOSSIER, KARIM, sitDown, type Desk } from "../sync/desk.fake.ts";
import { messageOf } from "../sync/server.fake.ts";
import { FakeTime } from "../sync/time.fake.ts";
import type { ServerFrame } from "./frames.ts";
import { createHearing } from "./hearing.ts";

interface Bench extends Desk {
  hear(frame: ServerFrame): Promise<void>;
  pulls(): number;
  time: FakeTime;
  version(): number;
}

async function bench(rest: () => Promise<void> = async () => {}): Promise<Bench> {
  const desk = await sitDown("advisor", 1);
  const time = new FakeTime();
  let pulls = 0;
  const listen = createHearing({ store: desk.tab.store, timers: time, painted: paint, pull: () => (pulls += 1), rest });
  return {
    ...desk,
    time,
    pulls: () => pulls,
    version: () => desk.server.scope(DOSSIER).version,
    async hear(frame) {
      listen(frame);
      for (let count = 0; count < 20; count += 1) await new Promise((resolve) => setTimeout(resolve, 1));
    },
  };
}

test("a small change that comes next is shown without asking for anything", async () => {
  const { server, hear, pulls, version } = await bench();
  const before = version();
  server.write(DOSSIER, { k: "message", id: "m2", d: messageOf(KARIM, 2, "deux") });

  await hear({ t: "d", scopes: [server.delta(DOSSIER, before)] });

  assert.equal(summary(KARIM)?.last?.text, "deux");
  assert.equal(pulls(), 0);
});

test("a small change is shown before the disk has it, and said to be stored only after", async () => {
  const { server, tab, hear, version } = await bench();
  const before = version();
  server.write(DOSSIER, { k: "message", id: "m2", d: messageOf(KARIM, 2, "deux") });
  let answer = () => {};
  const disk = new Promise<void>((resolve) => (answer = resolve));
  const { base } = tab.store;
  const write = base.write.bind(base);
  base.write = (async (...given: Parameters<typeof write>) => disk.then(() => write(...given))) as typeof base.write;

  await hear({ t: "d", scopes: [server.delta(DOSSIER, before)] });
  assert.deepEqual([summary(KARIM)?.last?.text, summary(KARIM)?.unread], ["deux", 2]);
  assert.equal(scopes.value.get(DOSSIER)?.version, before);
  answer();
  await hear({ t: "hb", now: 0 });

  assert.equal(scopes.value.get(DOSSIER)?.version, before + 1);
  assert.equal(summary(KARIM)?.unread, 2);
});

test("two small changes in a row are kept in their order", async () => {
  const { server, tab, hear, pulls, version } = await bench();
  const before = version();
  server.write(DOSSIER, { k: "message", id: "m2", d: messageOf(KARIM, 2, "deux") });
  const first = server.delta(DOSSIER, before);
  server.write(DOSSIER, { k: "message", id: "m3", d: messageOf(KARIM, 3, "trois") });
  const second = server.delta(DOSSIER, before + 1);

  void hear({ t: "d", scopes: [first] });
  await hear({ t: "d", scopes: [second] });

  assert.deepEqual(await tab.texts(DOSSIER), ["1", "deux", "trois"]);
  assert.equal(pulls(), 0);
});

test("a change with something missing before it calls for a pull", async () => {
  const { server, hear, pulls, version } = await bench();
  const before = version();
  server.write(DOSSIER, { k: "message", id: "m2", d: messageOf(KARIM, 2, "deux") });
  server.write(DOSSIER, { k: "message", id: "m3", d: messageOf(KARIM, 3, "trois") });

  await hear({ t: "d", scopes: [server.delta(DOSSIER, before + 1)] });

  assert.equal(summary(KARIM)?.last?.text, "1");
  assert.equal(pulls(), 1);
});

test("a change heard before the answer it follows waits for that answer", async () => {
  let answered = () => {};
  const answer = new Promise<void>((resolve) => (answered = resolve));
  const { server, sync, hear, pulls, version, tab } = await bench(() => answer);
  const before = version();
  server.write(DOSSIER, { k: "message", id: "m2", d: messageOf("nadia", 2, "la mienne") });
  server.write(DOSSIER, { k: "message", id: "m3", d: messageOf(KARIM, 3, "sa réponse") });
  const delta = server.delta(DOSSIER, before + 1);
  server.scope(DOSSIER).version -= 1;

  await hear({ t: "d", scopes: [delta] });
  await sync();
  answered();
  await hear({ t: "hb", now: 0 });

  assert.deepEqual(await tab.texts(DOSSIER), ["1", "la mienne", "sa réponse"]);
  assert.equal(pulls(), 0);
});

test("a poke about what is already held asks for nothing", async () => {
  const { hear, pulls, version, time } = await bench();

  await hear({ t: "v", s: [[DOSSIER, version()]] });
  await time.pass(10_000);
  assert.equal(pulls(), 0);
  await hear({ t: "v", s: [[DOSSIER, version() + 1]] });
  await hear({ t: "v", s: [[999, 1]] });

  assert.equal(pulls(), 2);
});

test("a change of the structure is asked for by everybody, but not all at once", async () => {
  const { server, sync, hear, pulls, time } = await bench();
  server.write(1, { k: "grant", id: "5", d: { scope: 5, kind: "s", owner: "ml", role: "member", until: null } });
  await sync();

  await hear({ t: "v", s: [[5, 9]] });
  assert.equal(pulls(), 0);
  await time.pass(5_000);

  assert.equal(pulls(), 1);
});

test("a queue that overflowed and a farewell call for a pull", async () => {
  const { hear, pulls } = await bench();

  await hear({ t: "pull" });
  await hear({ t: "bye", why: "revoked" });
  await hear({ t: "hb", now: 0 });

  assert.equal(pulls(), 2);
});
