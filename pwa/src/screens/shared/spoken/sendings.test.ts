import assert from "node:assert/strict";
import { test } from "node:test";
import type { Envoi } from "../../../store/envois.ts";
import { followSendings } from "./sendings.ts";

const one = (key: string, state: Envoi["state"], type = "message.send") => ({ key, state, type });
const keys = (list: { key: string }[]) => list.map(({ key }) => key);

test("what was sent or refused before the page was opened is not said", () => {
  const follow = followSendings();

  const { sent, refused } = follow([one("a", "sent"), one("b", "refused")]);

  assert.deepEqual([sent, refused], [[], []]);
});

test("a message that leaves is said once", () => {
  const follow = followSendings();
  follow([]);
  follow([one("a", "kept")]);

  assert.deepEqual(keys(follow([one("a", "sent")]).sent), ["a"]);
  assert.deepEqual(keys(follow([one("a", "sent")]).sent), []);
});

test("it is still said when the archive comes a moment after the answer", () => {
  const follow = followSendings();
  follow([one("a", "kept")]);
  follow([]);

  assert.deepEqual(keys(follow([one("a", "sent")]).sent), ["a"]);
});

test("messages that leave one after the other are said together, when nothing waits any more", () => {
  const follow = followSendings();
  follow([one("a", "kept"), one("b", "kept")]);

  assert.equal(follow([one("a", "sent"), one("b", "kept")]).isOver, false);
  const { sent, isOver } = follow([one("a", "sent"), one("b", "sent")]);

  assert.deepEqual([keys(sent), isOver], [["a", "b"], true]);
});

test("a refusal is said at once, once, and is no sending", () => {
  const follow = followSendings();
  follow([one("a", "kept")]);

  const { sent, refused } = follow([one("a", "refused")]);

  assert.deepEqual([keys(sent), keys(refused)], [[], ["a"]]);
  assert.deepEqual(keys(follow([one("a", "refused")]).refused), []);
});

test("a message taken back before it left is not said to be sent", () => {
  const follow = followSendings();
  follow([one("a", "kept")]);

  assert.deepEqual(keys(follow([]).sent), []);
});
