import assert from "node:assert/strict";
import { test } from "node:test";
import { messageItem, myItem } from "./item.fake.ts";
import { arrivals, newestOfOthers } from "./news.ts";

const ids = (items: { id: string }[]) => items.map(({ id }) => id);
const held = [messageItem({ id: "a", seq: 10 }), myItem({ id: "b", seq: 11 })];

test("an older page is no news", () => {
  const after = [messageItem({ id: "old", seq: 9 }), ...held];

  assert.deepEqual(ids(arrivals(held, after, "young_person")), []);
});

test("what the other side writes is news, once; one's own words are not", () => {
  const after = [...held, messageItem({ id: "c", seq: 12 }), myItem({ id: "d", seq: 13 })];

  assert.deepEqual(ids(arrivals(held, after, "young_person")), ["c"]);
  assert.deepEqual(ids(arrivals(after, after, "young_person")), []);
});

test("a message deleted before it was seen is no news", () => {
  const after = [...held, messageItem({ id: "c", seq: 12, deleted: true, text: null })];

  assert.deepEqual(ids(arrivals(held, after, "young_person")), []);
});

test("the newest of the others ignores one's own words and what waits", () => {
  assert.equal(newestOfOthers([...held, myItem({ seq: null, state: "waiting" })], "young_person"), 10);
  assert.equal(newestOfOthers([], "young_person"), 0);
});
