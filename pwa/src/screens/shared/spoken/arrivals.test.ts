import assert from "node:assert/strict";
import { test } from "node:test";
import { said } from "../../../a11y/announce.ts";
import shared from "../../../i18n/fr/shared.json" with { type: "json" };
import { registerStrings } from "../../../i18n/t.ts";
import { DOSSIER, sitDown } from "../../../sync/desk.fake.ts";
import { messageOf } from "../../../sync/server.fake.ts";
import { isCovered } from "../cover.ts";
import { sayArrivals } from "./arrivals.ts";

registerStrings(shared);

/** What was said once everything that waits to be said has been. */
async function heard(during: (desk: Awaited<ReturnType<typeof sitDown>>) => Promise<void>): Promise<string> {
  const desk = await sitDown("young_person", 2);
  said.message.value = "";
  const stop = sayArrivals();
  await during(desk);
  await new Promise((done) => setTimeout(done, 2100));
  stop();
  return said.message.peek().replace(/\s/g, " ").trim();
}

test("a message of the other side is said wherever one is, and what was already there is not", async () => {
  const words = await heard(async ({ server, sync }) => {
    server.write(DOSSIER, { k: "message", id: "m3", d: { ...messageOf("nadia", 3, "Tu viens ?"), name: "Nadia Benali" } });
    await sync();
  });

  assert.match(words, /^Nadia, .* : Tu viens \?$/);
});

test("one's own words, written on another device, are not", async () => {
  const words = await heard(async ({ server, sync }) => {
    server.write(DOSSIER, { k: "message", id: "m3", d: { ...messageOf("karim", 3, "C’est moi"), side: "young_person" } });
    await sync();
  });

  assert.equal(words, "");
});

test("behind a hidden screen, neither the name nor the words are said aloud", async () => {
  isCovered.value = true;
  const words = await heard(async ({ server, sync }) => {
    server.write(DOSSIER, { k: "message", id: "m3", d: { ...messageOf("nadia", 3, "Confidentiel"), name: "Nadia Benali" } });
    await sync();
  });
  isCovered.value = false;

  assert.equal(words, "1 nouveau message");
});
