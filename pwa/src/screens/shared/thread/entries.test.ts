import assert from "node:assert/strict";
import { test } from "node:test";
import { entriesOf } from "./entries.ts";
import { messageItem, myItem } from "./item.fake.ts";

const at = (when: string) => Date.parse(`${when}+01:00`);
const monday = at("2026-11-23T16:40:00");
const tuesday = at("2026-11-24T09:16:00");

test("a day is named once, before its first message", () => {
  const items = [
    messageItem({ id: "a", at: monday }),
    myItem({ id: "b", at: monday }),
    messageItem({ id: "c", at: tuesday }),
  ];

  const entries = entriesOf(items, null);

  assert.deepEqual(entries.map(({ type }) => type), ["day", "message", "message", "day", "message"]);
});

test("a message that arrived late stays under the day already open and says it", () => {
  const items = [messageItem({ id: "a", at: tuesday }), messageItem({ id: "b", at: monday, late: true })];

  const entries = entriesOf(items, null);

  assert.deepEqual(entries.map(({ type }) => type), ["day", "message", "message"]);
  assert.deepEqual(entries.map((entry) => entry.type === "message" && entry.isOutOfDay), [false, false, true]);
});

test("the unread line lies once, under the day, above the first unread message", () => {
  const items = [myItem({ id: "a", seq: 4 }), messageItem({ id: "b", seq: 5 }), messageItem({ id: "c", seq: 6 })];

  const entries = entriesOf(items, "b");

  assert.deepEqual(entries.map(({ key }) => key), ["day 2026-11-24", "a", "unread", "b", "c"]);
});
