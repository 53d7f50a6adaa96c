import assert from "node:assert/strict";
import { test } from "node:test";
import { deleteMessage } from "../intents/deleteMessage.ts";
import { handleThread } from "../intents/handleThread.ts";
import { flagThread } from "../intents/flagThread.ts";
import { readThread } from "../intents/readThread.ts";
import { sendMessage } from "../intents/sendMessage.ts";
import { DOSSIER, KARIM, sitDown } from "../sync/desk.fake.ts";
import { messageOf } from "../sync/server.fake.ts";
import { summary } from "./summaries.ts";
import { status } from "./status.ts";

test("an advisor sees who waits, since when, and what is unread, without opening the thread", async () => {
  const { server, sync } = await sitDown("advisor", 2);

  assert.deepEqual([summary(KARIM)?.waitingSince, summary(KARIM)?.unread, summary(KARIM)?.last?.text], [1000, 2, "2"]);
  server.write(DOSSIER, { k: "message", id: "m3", d: messageOf("nadia", 3, "réponse") });
  await sync();

  assert.deepEqual([summary(KARIM)?.waitingSince, summary(KARIM)?.last?.mine], [null, true]);
});

test("reading, answering and handling show at once, before the server hears of it", async () => {
  await sitDown("advisor", 2);

  await readThread({ youngPersonId: KARIM, seq: 2 });
  assert.equal(summary(KARIM)?.unread, 0);
  await handleThread({ youngPersonId: KARIM, seq: 1 });
  assert.equal(summary(KARIM)?.waitingSince, 2000);
  await sendMessage({ youngPersonId: KARIM, text: "j'arrive" });

  assert.deepEqual([summary(KARIM)?.waitingSince, summary(KARIM)?.last?.text], [null, "j'arrive"]);
});

test("reading marks are not things that wait", async () => {
  await sitDown("advisor", 2);

  await readThread({ youngPersonId: KARIM, seq: 2 });
  assert.equal(status.value.waiting, 0);
  await sendMessage({ youngPersonId: KARIM, text: "un" });

  assert.equal(status.value.waiting, 1);
});

test("a flag is put and taken back", async () => {
  await sitDown("advisor");

  const { undo } = await flagThread({ youngPersonId: KARIM, flagged: true });
  assert.equal(summary(KARIM)?.flagged, true);
  await undo?.();

  assert.equal(summary(KARIM)?.flagged, false);
});

test("the last message deleted leaves a trace, not its words", async () => {
  const { sync } = await sitDown("young_person", 1);
  const { id } = await sendMessage({ youngPersonId: KARIM, text: "secret" });
  await sync();

  await deleteMessage({ youngPersonId: KARIM, id });

  assert.deepEqual([summary(KARIM)?.last?.text, summary(KARIM)?.last?.deleted], [null, true]);
});
