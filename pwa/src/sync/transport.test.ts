import assert from "node:assert/strict";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { post, postOnLeaving, Unreachable } from "./transport.ts";
import type { SyncRequest } from "./wire.ts";

let asked: RequestInit[] = [];

function answering(make: () => Response): void {
  asked = [];
  globalThis.fetch = (async (_path: string, init: RequestInit) => {
    asked.push(init);
    return make();
  }) as typeof fetch;
}

function requestOf(text: string): SyncRequest {
  const m = [{ n: 1, u: "u", type: "message.send", mv: 1, at: 1, id: "i", base: {}, set: { text } }];
  return { proto: 1, app: "1", client: "c", inc: null, sent_at: 1, push: [{ s: 1, m }] };
}

test("a short request travels as it is, a long one compressed", async () => {
  answering(() => Response.json({ proto: 1 }));

  await post(requestOf("bref"));
  await post(requestOf("é".repeat(4000)));

  const [short, long] = asked;
  assert.equal(JSON.parse(String(short?.body)).push[0].m[0].set.text, "bref");
  assert.equal(new Headers(long?.headers).get("Content-Encoding"), "gzip");
  assert.equal(JSON.parse(gunzipSync(long?.body as Buffer).toString()).push[0].m[0].set.text, "é".repeat(4000));
});

test("a refusal is read whatever its body, with the time to wait", async () => {
  answering(() => new Response("<html>", { status: 503, headers: { "Retry-After": "12" } }));

  assert.deepEqual(await post(requestOf("x")), { status: 503, body: null, retryAfter: 12 });
});

test("an answer cut in the middle is no answer", async () => {
  answering(() => new Response('{"proto":1,"push":[', { status: 200 }));

  await assert.rejects(post(requestOf("x")), Unreachable);
});

test("what does not fit in a farewell is left for the next start", () => {
  answering(() => Response.json({}));

  assert.equal(postOnLeaving(requestOf("x".repeat(70_000))), false);
  assert.equal(postOnLeaving(requestOf("x")), true);

  assert.equal(asked.length, 1);
  assert.equal(asked[0]?.keepalive, true);
});
