import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeTime } from "../sync/time.fake.ts";
import type { ServerFrame } from "./frames.ts";
import { createLive, type Live, type Socket } from "./live.ts";

class FakeSocket implements Socket {
  onopen: Socket["onopen"] = null;
  onmessage: Socket["onmessage"] = null;
  onclose: Socket["onclose"] = null;
  onerror: Socket["onerror"] = null;
  sent: { t: string; cursor?: unknown; s?: unknown }[] = [];
  isClosed = false;

  send(data: string): void {
    this.sent.push(JSON.parse(data));
  }
  close(): void {
    this.isClosed = true;
  }
  accept(): void {
    this.onopen?.call(this as never, {} as Event);
    this.says({ t: "ok", now: 0 });
  }
  says(frame: ServerFrame | string): void {
    this.onmessage?.call(this as never, { data: typeof frame === "string" ? frame : JSON.stringify(frame) } as MessageEvent);
  }
  breaks(): void {
    this.onclose?.call(this as never, {} as CloseEvent);
  }
}

function bench(): { time: FakeTime; live: Live; sockets: FakeSocket[]; heard: string[]; last(): FakeSocket } {
  const time = new FakeTime();
  const sockets: FakeSocket[] = [];
  const heard: string[] = [];
  const live = createLive({
    open() {
      sockets.push(new FakeSocket());
      return sockets.at(-1)!;
    },
    timers: time,
    hello: () => ({ client: "c", cursor: { 17: [1, 5] } }),
    heard: (frame) => heard.push(frame.t),
    opened: () => heard.push("opened"),
  });
  return { time, live, sockets, heard, last: () => sockets.at(-1)! };
}

test("the first frame says who this is and how far it is; being accepted calls for a pull", () => {
  const { live, heard, last } = bench();

  last().accept();

  assert.deepEqual(last().sent, [{ t: "hello", client: "c", cursor: { 17: [1, 5] } }]);
  assert.deepEqual([live.isLive(), heard], [true, ["opened", "ok"]]);
});

test("a socket that is open but silent is closed ten seconds after a heartbeat, and another opened", async () => {
  const { time, live, sockets, last } = bench();
  last().accept();

  await time.pass(25_000);
  assert.deepEqual(last().sent.at(-1), { t: "hb" });
  await time.pass(9_000);
  assert.equal(live.isLive(), true);
  await time.pass(1_500);

  assert.deepEqual([live.isLive(), sockets[0]?.isClosed, sockets.length], [false, true, 2]);
});

test("an answered heartbeat keeps the socket", async () => {
  const { time, live, sockets, last } = bench();
  last().accept();

  for (let count = 0; count < 10; count += 1) {
    await time.pass(25_000);
    last().says({ t: "hb", now: 0 });
  }

  assert.deepEqual([live.isLive(), sockets.length], [true, 1]);
});

test("a socket never accepted is tried again, less and less often, a minute apart at most", async () => {
  const { time, sockets, last } = bench();
  const opened: number[] = [];

  for (let count = 0; count < 12; count += 1) {
    const before = sockets.length;
    last().breaks();
    const start = time.now();
    while (sockets.length === before) await time.pass(100);
    opened.push(time.now() - start);
  }

  assert.ok(opened[0]! <= 500 && opened[1]! > opened[0]!, String(opened));
  assert.ok(opened.at(-1)! <= 60_000 && opened.at(-1)! > 30_000, String(opened));
});

test("coming back verifies the socket at once, or opens one without waiting", async () => {
  const { time, live, sockets, last } = bench();
  last().accept();
  live.revive();
  assert.deepEqual(last().sent.at(-1), { t: "hb" });
  last().breaks();
  assert.equal(sockets.length, 1);

  live.revive();
  await time.pass(0);

  assert.equal(sockets.length, 2);
});

test("a farewell is heard, and the socket opened again", async () => {
  const { time, heard, sockets, last } = bench();
  last().accept();

  last().says({ t: "bye", why: "session" });
  assert.equal(sockets[0]?.isClosed, true);
  await time.pass(1_000);

  assert.ok(heard.includes("bye"));
  assert.equal(sockets.length, 2);
});

test("what is not a frame, or not known, harms nothing", () => {
  const { live, heard, last } = bench();
  last().accept();

  last().says("{");
  last().says('"x"');
  last().says('{"t":"later"}');

  assert.equal(live.isLive(), true);
  assert.deepEqual(heard, ["opened", "ok", "later"]);
});

test("a channel that is stopped stays closed", async () => {
  const { time, live, sockets, last } = bench();
  last().accept();

  live.stop();
  last().breaks();
  live.revive();
  await time.pass(600_000);

  assert.deepEqual([sockets.length, sockets[0]?.isClosed], [1, true]);
});
