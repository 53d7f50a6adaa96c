import assert from "node:assert/strict";
import { test } from "node:test";
import { deleteMessage } from "../intents/deleteMessage.ts";
import { editMessage } from "../intents/editMessage.ts";
import { readThread } from "../intents/readThread.ts";
import { sendMessage } from "../intents/sendMessage.ts";
import { DOSSIER, KARIM, sitDown } from "../sync/desk.fake.ts";
import { messageOf } from "../sync/server.fake.ts";
import { openConversation, type Conversation } from "./conversation.ts";
import { discardRefused, editRefused, envois, retryRefused } from "./envois.ts";
import { clearMemory } from "./memory.ts";
import { status } from "./status.ts";

async function until(isTrue: () => boolean): Promise<void> {
  for (let count = 0; !isTrue() && count < 500; count += 1) await new Promise((resolve) => setTimeout(resolve, 2));
}

async function opened(): Promise<Conversation> {
  const conversation = openConversation(KARIM);
  await until(() => conversation.ready.value);
  return conversation;
}

const shown = (conversation: Conversation) => conversation.items.value.map(({ text, state }) => [text, state]);
const texts = (conversation: Conversation) => conversation.items.value.map((item) => item.text);

test("the latest sixty messages come first, older ones by sixty", async () => {
  await sitDown("advisor", 150);
  const conversation = await opened();

  assert.deepEqual([texts(conversation).length, texts(conversation)[0], conversation.newestSeq.value], [60, "91", 150]);
  await conversation.loadOlder();
  await conversation.loadOlder();

  assert.deepEqual([texts(conversation).length, texts(conversation)[0], conversation.hasOlder.value], [150, "1", false]);
});

test("what is written waits last, then is sent, received, read", async () => {
  const { server, sync } = await sitDown("advisor", 1);
  const conversation = await opened();
  const thread = (received: number, read: number) =>
    server.write(DOSSIER, { k: "thread", id: KARIM, d: { young_person: { received, read }, advisor: { received: 0, read: 0 } } });

  await sendMessage({ youngPersonId: KARIM, text: " bonjour " });
  assert.deepEqual(shown(conversation), [["1", null], ["bonjour", "waiting"]]);
  server.write(DOSSIER, { k: "message", id: "m2", d: messageOf(KARIM, 2, "2") });
  await sync();
  assert.deepEqual(shown(conversation), [["1", null], ["2", null], ["bonjour", "sent"]]);
  thread(3, 0);
  await sync();
  assert.deepEqual(shown(conversation)[2], ["bonjour", "received"]);
  thread(3, 3);
  await sync();

  assert.deepEqual(shown(conversation)[2], ["bonjour", "read"]);
});

test("coming back to a thread shows it at once, with what arrived meanwhile", async () => {
  const { server, sync } = await sitDown("advisor", 2);
  (await opened()).close();
  server.write(DOSSIER, { k: "message", id: "m3", d: messageOf(KARIM, 3, "3") });
  await sync();

  const again = openConversation(KARIM);

  assert.equal(again.ready.value, true);
  assert.deepEqual(texts(again), ["1", "2", "3"]);
});

test("nothing of a thread is left for whoever uses the page next", async () => {
  await sitDown("advisor", 2);
  (await opened()).close();
  clearMemory();

  assert.equal(openConversation(KARIM).ready.value, false);
});

test("an item that did not change stays the same object", async () => {
  const { server, sync } = await sitDown("advisor", 3);
  const conversation = await opened();
  const before = conversation.items.value;

  server.write(DOSSIER, { k: "message", id: "m4", d: messageOf(KARIM, 4, "4") });
  await sync();

  assert.equal(conversation.items.value[1], before[1]);
  assert.equal(conversation.items.value.length, 4);
});

test("a message written in a tunnel is shown late", async () => {
  const { server, sync } = await sitDown("advisor");
  const conversation = await opened();

  server.write(DOSSIER, { k: "message", id: "m1", d: { ...messageOf(KARIM, 1, "tard"), at: 0, arrived: 11 * 60_000 } });
  server.write(DOSSIER, { k: "message", id: "m2", d: { ...messageOf(KARIM, 2, "vite"), at: 0, arrived: 9 * 60_000 } });
  await sync();

  assert.deepEqual(conversation.items.value.map((item) => item.late), [true, false]);
});

test("a refused message keeps its place and words, until it is sent again, changed or discarded", async () => {
  const { server, sync, tab } = await sitDown("young_person", 1);
  server.refused.set("refusé", "validation");
  const conversation = await opened();
  await sendMessage({ youngPersonId: KARIM, text: "refusé" });
  await sync();
  const [, failed] = conversation.items.value;
  assert.deepEqual([failed?.text, failed?.state, failed?.why], ["refusé", "failed", "validation"]);
  assert.deepEqual(envois.value.map(({ state, about }) => [state, about]), [["refused", KARIM]]);

  await retryRefused(failed!.intentKey!);
  assert.notEqual(conversation.items.value[1]?.id, failed?.id);
  assert.deepEqual(shown(conversation)[1], ["refusé", "waiting"]);
  await sync();
  await editRefused(conversation.items.value[1]!.intentKey!, "mieux");
  await sync();
  assert.deepEqual(shown(conversation), [["1", null], ["mieux", "sent"]]);
  assert.deepEqual(envois.value.map((envoi) => envoi.state), ["sent"]);

  await sendMessage({ youngPersonId: KARIM, text: "refusé" });
  await sync();
  await discardRefused(conversation.items.value[2]!.intentKey!);
  assert.equal(conversation.items.value.length, 2);
  assert.equal((await tab.outbox()).quarantine.length, 0);
});

test("one's own words may be changed for a quarter of an hour and deleted for a day, and always while they never left", async () => {
  const { server, sync } = await sitDown("young_person");
  const conversation = await opened();
  await sendMessage({ youngPersonId: KARIM, text: "un" });
  const rights = () => conversation.items.value.map(({ canEdit, canDelete }) => [canEdit, canDelete]);
  const later = async (ms: number) => {
    server.now += ms;
    (await import("./clock.ts")).tick.value += 1;
  };

  await later(48 * 3_600_000);
  assert.deepEqual(rights(), [[true, true]]);
  await sync();
  assert.deepEqual(rights(), [[false, false]]);
  await sendMessage({ youngPersonId: KARIM, text: "deux" });
  await sync();
  assert.deepEqual(rights()[1], [true, true]);
  await later(16 * 60_000);
  assert.deepEqual(rights()[1], [false, true]);
  await later(24 * 3_600_000);

  assert.deepEqual(rights()[1], [false, false]);
});

test("an edit and a deletion show at once, then come true", async () => {
  const { server, sync } = await sitDown("young_person", 1);
  const conversation = await opened();
  const { id } = await sendMessage({ youngPersonId: KARIM, text: "fôte" });
  await sync();

  await editMessage({ youngPersonId: KARIM, id, text: "faute" });
  assert.deepEqual(shown(conversation)[1], ["faute", "waiting"]);
  await sync();
  assert.equal(server.messages(DOSSIER)[1]?.text, "faute");
  assert.equal(conversation.items.value[1]?.edited, true);
  await deleteMessage({ youngPersonId: KARIM, id });
  assert.deepEqual([conversation.items.value[1]?.deleted, conversation.items.value[1]?.text], [true, null]);
  await sync();

  assert.equal(server.messages(DOSSIER)[1]?.text, null);
  assert.equal(conversation.items.value[1]?.state, "sent");
});

test("a message that never left can be taken back, and its deletion undone", async () => {
  const { server, sync } = await sitDown("young_person");
  const conversation = await opened();
  const { id } = await sendMessage({ youngPersonId: KARIM, text: "oups" });

  const { undo } = await deleteMessage({ youngPersonId: KARIM, id });
  assert.deepEqual(texts(conversation), []);
  await undo?.();
  assert.deepEqual(texts(conversation), ["oups"]);
  await sync();

  assert.deepEqual(server.messages(DOSSIER).map((message) => message.text), ["oups"]);
});

test("an answer quotes a message older than what is shown", async () => {
  const { server, sync } = await sitDown("advisor", 100);
  const conversation = await opened();

  server.write(DOSSIER, { k: "message", id: "m101", d: { ...messageOf(KARIM, 101, "à propos"), reply_to: "m3" } });
  await sync();
  await until(() => conversation.items.value.at(-1)?.replyTo?.text === "3");

  assert.deepEqual(conversation.items.value.at(-1)?.replyTo, { id: "m3", name: KARIM, text: "3" });
});

test("the unread line stays where reading had stopped when the thread was opened", async () => {
  const { sync } = await sitDown("advisor", 5);
  await readThread({ youngPersonId: KARIM, seq: 3 });
  const conversation = await opened();

  await readThread({ youngPersonId: KARIM, seq: 5 });
  await sync();

  assert.equal(conversation.readSeqAtOpen.value, 3);
  assert.equal(status.value.waiting, 0);
});

test("a message stored while the thread was being read is shown too", async () => {
  const { server, sync, tab } = await sitDown("advisor", 2);
  let go = () => {};
  const slow = new Promise<void>((resolve) => (go = resolve));
  const { base } = tab.store;
  const read = base.read.bind(base);
  base.read = (async (...given: Parameters<typeof read>) => {
    const found = await read(...given);
    if (given[0].includes("message")) await slow;
    return found;
  }) as typeof read;

  const conversation = openConversation(KARIM);
  await new Promise((resolve) => setTimeout(resolve, 10));
  server.write(DOSSIER, { k: "message", id: "m3", d: messageOf(KARIM, 3, "3") });
  await sync();
  go();
  await until(() => conversation.ready.value);

  assert.deepEqual(texts(conversation), ["1", "2", "3"]);
});

test("a first filling of thousands shows only its end", async () => {
  const { server, sync } = await sitDown("advisor");
  const conversation = await opened();
  for (let seq = 1; seq <= 500; seq += 1) server.write(DOSSIER, { k: "message", id: `m${seq}`, d: messageOf(KARIM, seq, `${seq}`) });

  await sync();
  await until(() => texts(conversation).length > 0);

  assert.deepEqual([texts(conversation).length, texts(conversation)[0]], [60, "441"]);
});
