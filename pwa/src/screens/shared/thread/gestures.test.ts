import assert from "node:assert/strict";
import { test } from "node:test";
import { remedyFor } from "../remedies.ts";
import { type Gesture, gesturesFor } from "./gestures.ts";
import { messageItem, myItem } from "./item.fake.ts";

const offered = { canEdit: true, canDelete: true };
const refused = { seq: null, state: "failed" } as const;
const cases: [string, Parameters<typeof gesturesFor>[0], Gesture[]][] = [
  ["somebody else's", messageItem(), ["reply", "listen", "copy"]],
  ["mine, just sent", myItem(offered), ["reply", "listen", "copy", "edit", "delete"]],
  ["mine, after a quarter of an hour", myItem({ canDelete: true }), ["reply", "listen", "copy", "delete"]],
  ["mine, after a day", myItem(), ["reply", "listen", "copy"]],
  ["mine, waiting", myItem({ ...offered, seq: null, state: "waiting" }), ["listen", "copy", "edit", "delete"]],
  ["mine, refused", myItem(refused), ["retry", "listen", "copy", "edit", "discard"]],
  ["mine, too long", myItem({ ...refused, why: "too_large" }), ["edit", "retry", "listen", "copy", "discard"]],
  ["deleted", myItem({ deleted: true, text: null }), []],
];

for (const [whose, item, expected] of cases) {
  test(`what may be done with a message: ${whose}`, () => {
    assert.deepEqual(gesturesFor(item, { canListen: true }), expected);
  });
}

test("without a voice nothing is offered to listen to", () => {
  assert.deepEqual(gesturesFor(messageItem(), { canListen: false }), ["reply", "copy"]);
});

test("each refusal has its own remedy", () => {
  assert.equal(remedyFor("too_large"), "edit");
  assert.equal(remedyFor("forbidden"), "copy");
  assert.equal(remedyFor("too_late"), "copy");
  assert.equal(remedyFor("failed"), "retry");
  assert.equal(remedyFor(undefined), "retry");
});
