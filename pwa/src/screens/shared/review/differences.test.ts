import assert from "node:assert/strict";
import { test } from "node:test";
import { pieces } from "./differences.ts";

function said(text: string, other: string): string {
  return pieces(text, other)
    .map((piece) => (piece.differs ? `[${piece.text}]` : piece.text))
    .join("");
}

test("only the words that the other version does not have are marked", () => {
  assert.equal(said("Envoyer mon CV et une lettre.", "Envoyer mon CV."), "Envoyer mon [CV et une lettre.]");
  assert.equal(said("Pour vendredi 27 novembre", "Pour jeudi 26 novembre"), "Pour [vendredi 27 ]novembre");
  assert.equal(said("Pour jeudi 26 novembre", "Pour vendredi 27 novembre"), "Pour [jeudi 26 ]novembre");
});

test("the same text is not marked, whatever its spaces", () => {
  assert.equal(said("Appeler  la mairie", "Appeler la mairie"), "Appeler  la mairie");
});

test("words moved elsewhere are marked once", () => {
  assert.equal(said("matin et soir", "soir et matin"), "matin [et soir]");
});

test("a text against nothing is marked whole", () => {
  assert.equal(said("Bonjour à tous", ""), "[Bonjour à tous]");
  assert.deepEqual(pieces("", "Bonjour"), []);
});

test("very long texts are not compared word by word", () => {
  const long = "mot ".repeat(5_000);
  assert.deepEqual(pieces(long, `${long}fin`), [{ text: long, differs: true }]);
});

test("joining the pieces gives the text back", () => {
  for (const [one, other] of [["a b  c", "b c d"], [" début", "fin "], ["x", "x x x"]] as const) {
    assert.equal(pieces(one, other).map(({ text }) => text).join(""), one);
  }
});
