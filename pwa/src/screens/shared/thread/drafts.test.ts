import assert from "node:assert/strict";
import { test } from "node:test";
import { sendMessage } from "../../../intents/sendMessage.ts";
import { KARIM, sitDown } from "../../../sync/desk.fake.ts";
import { openDrafts } from "./drafts.ts";

const words = (text: string) => ({ text, start: text.length, end: text.length, at: 1 });
const STORY = "Ma longue histoire pas finie";

/** The same thread in two tabs of one browser, both open before anything was written. */
async function twoTabs() {
  await sitDown("young_person");
  const tabs = [openDrafts(KARIM), openDrafts(KARIM)] as const;
  await Promise.all(tabs.map((tab) => tab.read()));
  return tabs;
}

/** What a tab opened now would bring back. */
const broughtBack = async () => (await openDrafts(KARIM).read())[0]?.text;

test("sending in one tab keeps what is being written in the other", async () => {
  const [one, two] = await twoTabs();
  await one.keep(one.newKey, words(STORY));
  await two.keep(two.newKey, words("D’accord"));

  await sendMessage({ youngPersonId: KARIM, text: "D’accord", draft: two.spent(two.newKey, "D’accord") });

  assert.equal(await broughtBack(), STORY);
});

test("words sent before they were ever kept leave the other tab's alone too", async () => {
  const [one, two] = await twoTabs();
  await one.keep(one.newKey, words(STORY));

  await sendMessage({ youngPersonId: KARIM, text: "Merci", draft: two.spent(two.newKey, "Merci") });

  assert.equal(await broughtBack(), STORY);
});

test("words typed on after they were last kept leave no ghost once sent", async () => {
  const [one] = await twoTabs();
  await one.keep(one.newKey, words("Bonj"));

  await sendMessage({ youngPersonId: KARIM, text: "Bonjour", draft: one.spent(one.newKey, "Bonjour") });

  assert.equal(await broughtBack(), undefined);
});

test("emptying the field of one tab does not empty the other's", async () => {
  const [one, two] = await twoTabs();
  await one.keep(one.newKey, words(STORY));
  await two.keep(two.newKey, words("Oui"));

  await two.keep(two.newKey, words(""));

  assert.equal(await broughtBack(), STORY);
});

test("once both tabs have sent their words, nothing is left to bring back", async () => {
  const [one, two] = await twoTabs();
  await one.keep(one.newKey, words(STORY));
  await two.keep(two.newKey, words("D’accord"));

  await sendMessage({ youngPersonId: KARIM, text: STORY, draft: one.spent(one.newKey, STORY) });
  await sendMessage({ youngPersonId: KARIM, text: "D’accord", draft: two.spent(two.newKey, "D’accord") });

  assert.equal(await broughtBack(), undefined);
});
