import assert from "node:assert/strict";
import { test } from "node:test";
import { answerFor } from "./routes.ts";

const ORIGIN = "https://passerelle.example";
const PINNED = new Set(["/index.html", "/theme.js"]);

function answer(path: string, mode = "navigate", method = "GET", origin = ORIGIN): string {
  return answerFor({ method, mode, url: origin + path }, ORIGIN, PINNED);
}

test("any screen's address is answered by the shell, even one never visited", () => {
  for (const path of ["/", "/accueil", "/jeunes/0190", "/mentions-legales", "/connexion?de=qr"]) {
    assert.equal(answer(path), "shell", path);
  }
});

test("the worker never answers for the server", () => {
  for (const path of ["/api/me", "/api/sync/1", "/healthz", "/readyz", "/api"]) {
    assert.equal(answer(path, "cors"), "network", path);
    assert.equal(answer(path), "network", path);
  }
});

test("a screen whose name only begins like the server's is still a screen", () => {
  assert.equal(answer("/apiculture"), "shell");
});

test("built files come from the cache, other files from the network", () => {
  assert.equal(answer("/assets/young-1a2b.js", "cors"), "asset");
  assert.equal(answer("/theme.js", "no-cors"), "pinned");
  assert.equal(answer("/robots.txt"), "network");
});

test("writes and other sites pass through", () => {
  assert.equal(answer("/accueil", "navigate", "POST"), "network");
  assert.equal(answer("/assets/a.js", "cors", "GET", "https://elsewhere.example"), "network");
});
