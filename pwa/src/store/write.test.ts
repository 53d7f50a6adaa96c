import assert from "node:assert/strict";
import { test } from "node:test";
import { sendMessage } from "../intents/sendMessage.ts";
import { KARIM, sitDown } from "../sync/desk.fake.ts";
import { DeviceFull, type Database } from "./database.ts";
import { envois } from "./envois.ts";
import { intents, loadOutbox, pending } from "./memory.ts";
import { status } from "./status.ts";
import { summary } from "./summaries.ts";

/** The disk answers only when told to: yes, or that it is full. */
function holdDisk(outbox: Database): { atWork: Promise<void>; answer(isFull: boolean): void } {
  const write = outbox.write.bind(outbox);
  let answer = (_isFull: boolean) => {};
  const told = new Promise<boolean>((resolve) => (answer = resolve));
  let begin = () => {};
  const atWork = new Promise<void>((resolve) => (begin = resolve));
  outbox.write = (async (...given: Parameters<typeof write>) => {
    const done = await write(...given);
    begin();
    if (await told) throw new DeviceFull();
    return done;
  }) as typeof outbox.write;
  return { atWork, answer: (isFull) => answer(isFull) };
}

test("what is written is shown before the disk has answered, and called kept only after", async () => {
  const { tab } = await sitDown("young_person");
  const disk = holdDisk(tab.store.outbox);

  const sending = sendMessage({ youngPersonId: KARIM, text: "bonjour" });
  await disk.atWork;
  assert.equal(summary(KARIM)?.last?.text, "bonjour");
  assert.deepEqual([intents.value.length, envois.value.length, status.value.waiting], [0, 0, 0]);
  disk.answer(false);
  await sending;

  assert.deepEqual([intents.value.length, envois.value.length, status.value.waiting], [1, 1, 1]);
  assert.equal(pending.value.length, 1);
});

test("what the disk has no room for leaves the screen", async () => {
  const { tab } = await sitDown("young_person");
  const disk = holdDisk(tab.store.outbox);

  const sending = sendMessage({ youngPersonId: KARIM, text: "bonjour" });
  await disk.atWork;
  disk.answer(true);
  await assert.rejects(sending, DeviceFull);

  assert.equal(summary(KARIM)?.last, null);
  assert.equal(status.value.full, true);
});

test("an outbox read again just before the disk answers shows nothing twice", async () => {
  const { tab } = await sitDown("young_person");
  const disk = holdDisk(tab.store.outbox);

  const sending = sendMessage({ youngPersonId: KARIM, text: "bonjour" });
  await disk.atWork;
  await loadOutbox();
  assert.equal(pending.value.length, 1);
  disk.answer(false);
  await sending;

  assert.deepEqual([intents.value.length, pending.value.length], [1, 1]);
});
