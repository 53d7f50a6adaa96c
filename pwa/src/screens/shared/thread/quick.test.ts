import assert from "node:assert/strict";
import { test } from "node:test";
import thread from "../../../i18n/fr/thread.json" with { type: "json" };
import { registerStrings } from "../../../i18n/t.ts";
import { quickReplies } from "./quick.ts";

registerStrings(thread);

test("a young person answers in one tap", () => {
  const replies = quickReplies("young", { isEmpty: false, name: "Nadia" });

  assert.deepEqual(replies, ["D’accord", "Merci Nadia", "Je ne comprends pas"]);
});

test("an empty thread offers three ways to begin", () => {
  const replies = quickReplies("young", { isEmpty: true, name: "Nadia" });

  assert.deepEqual(replies, ["Bonjour Nadia", "J’ai une question", "J’ai une nouvelle"]);
});

test("without a name the words stay right", () => {
  assert.equal(quickReplies("young", { isEmpty: false, name: "" })[1], "Merci");
  assert.equal(quickReplies("advisor", { isEmpty: true, name: "" })[0], "Bonjour");
});
