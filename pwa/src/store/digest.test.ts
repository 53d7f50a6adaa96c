import assert from "node:assert/strict";
import { test } from "node:test";
import type { StoredMessage } from "./base.ts";
import { addMessages, countUnread, emptySummary, RUN, waitingSince, type Mark } from "./digest.ts";

function message(seq: number, side: "advisor" | "young_person", deleted: number | null = null): StoredMessage {
  const d = { seq, author: side, side, name: side, text: `${seq}`, at: seq * 10, arrived: 0, edited: null, deleted, reply_to: null };
  return { s: 17, k: "message", id: `m${seq}`, v: seq, g: 0, d, seq };
}

const runOf = (...rows: StoredMessage[]): Mark[] => addMessages(emptySummary(17), rows).run;

test("a summary is the same whatever the order in which messages come", () => {
  const rows = [message(1, "advisor"), message(2, "young_person"), message(3, "advisor")];

  const straight = addMessages(emptySummary(17), rows);
  const backwards = rows.toReversed().reduce((held, row) => addMessages(held, [row]), emptySummary(17));

  assert.deepEqual(backwards, straight);
  assert.equal(straight.last?.id, "m3");
});

test("only the end of a long thread is kept", () => {
  const run = runOf(...Array.from({ length: 250 }, (_none, index) => message(index + 1, "advisor")));

  assert.deepEqual([run.length, run[0]?.[0]], [RUN, 151]);
});

test("unread are those of the other side, not deleted, after what was read", () => {
  const run = runOf(message(1, "young_person"), message(2, "advisor"), message(3, "young_person"), message(4, "young_person", 99));

  assert.equal(countUnread(run, "advisor", 0), 2);
  assert.equal(countUnread(run, "advisor", 1), 1);
  assert.equal(countUnread(run, "young_person", 0), 1);
});

test("a young person waits since the first message nobody answered", () => {
  const asking = [message(1, "advisor"), message(2, "young_person"), message(3, "young_person")];
  const cases: [number | null, StoredMessage[], number][] = [
    [20, asking, 0],
    [30, asking, 2],
    [null, asking, 3],
    [null, [...asking, message(4, "advisor")], 0],
    [20, [...asking, message(4, "advisor", 99)], 0],
    [20, [...asking, message(4, "young_person", 99)], 0],
    [null, [], 0],
  ];

  for (const [since, rows, handled] of cases) assert.equal(waitingSince(runOf(...rows), handled), since);
});
