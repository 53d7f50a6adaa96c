import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { PRODUCT } from "../src/product.ts";
import { darkTokens, lightTokens, manifest } from "./identity.ts";

const css = readFileSync(join(import.meta.dirname, "../src/styles/tokens.css"), "utf8");

interface Icon {
  src: string;
  sizes: string;
  purpose: string;
}

interface Manifest {
  short_name: string;
  theme_color: string;
  background_color: string;
  scope: string;
  start_url: string;
  icons: Icon[];
}

const written = manifest(lightTokens(css)) as Manifest;

test("the manifest takes its name and colours from where they are written once", () => {
  assert.equal(written.short_name, PRODUCT);
  assert.ok(written.short_name.length <= 12, "longer names are cut under an icon");
  assert.match(written.theme_color, /^#[0-9a-f]{6}$/);
  assert.match(written.background_color, /^#[0-9a-f]{6}$/);
  assert.ok(written.start_url.startsWith(written.scope));
});

test("every icon exists, and a phone finds the sizes and purposes it asks for", () => {
  for (const { src } of written.icons) readFileSync(join(import.meta.dirname, "../public", src));
  const offered = written.icons.map(({ sizes, purpose }) => `${purpose} ${sizes}`);
  for (const asked of ["any 192x192", "any 512x512", "maskable 512x512", "monochrome any"]) {
    assert.ok(offered.includes(asked), asked);
  }
});

test("both themes' colours are read from the tokens", () => {
  assert.notEqual(lightTokens(css)["color-page"], darkTokens(css)["color-page"]);
});
