import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { draftSaver } from "./draftSaver.ts";

const draft = (text: string) => ({ text, start: text.length, end: text.length, at: 0 });

function typing() {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  const kept: [string, string][] = [];
  const saver = draftSaver(async (key, { text }) => void kept.push([key, text]));
  return { kept, saver };
}

test("words are kept 250 ms after a key", () => {
  const { kept, saver } = typing();

  saver.changed("karim", draft("Bon"));
  mock.timers.tick(250);

  assert.deepEqual(kept, [["karim", "Bon"]]);
});

test("typing without a pause does not put the keeping off", () => {
  const { kept, saver } = typing();

  for (const text of ["B", "Bo", "Bon", "Bonj"]) {
    saver.changed("karim", draft(text));
    mock.timers.tick(100);
  }

  assert.deepEqual(kept, [["karim", "Bon"]]);
});

test("leaving keeps at once, and only once", async () => {
  const { kept, saver } = typing();

  saver.changed("karim", draft("Bonjour"));
  await saver.flush();
  mock.timers.tick(1000);

  assert.deepEqual(kept, [["karim", "Bonjour"]]);
});

test("what has been sent is not kept as a draft afterwards", () => {
  const { kept, saver } = typing();

  saver.changed("karim", draft("Bonjour"));
  saver.cancel();
  mock.timers.tick(1000);

  assert.deepEqual(kept, []);
});

test("starting to edit a message keeps the draft that was there", () => {
  const { kept, saver } = typing();

  saver.changed("karim", draft("Bonjour"));
  saver.changed("karim:edit", draft("Oui"));
  mock.timers.tick(250);

  assert.deepEqual(kept, [["karim", "Bonjour"], ["karim:edit", "Oui"]]);
});
