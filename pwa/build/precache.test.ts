import assert from "node:assert/strict";
import { test } from "node:test";
import { groupByView, type Piece } from "./precache.ts";

function piece(file: string, rest: Partial<Piece> = {}): Piece {
  return { file, isEntry: false, source: null, imports: [], dynamicImports: [], assets: [], ...rest };
}

const BUILD: Piece[] = [
  piece("main.js", { isEntry: true, imports: ["preact.js"], dynamicImports: ["young.js", "advisor.js", "sign-in.js"] }),
  piece("preact.js"),
  piece("sign-in.js", { imports: ["preact.js"], assets: ["sign-in.css"] }),
  piece("young.js", { source: "/x/src/screens/young/index.tsx", imports: ["preact.js", "thread.js"] }),
  piece("advisor.js", {
    source: "/x/src/screens/advisor/index.tsx",
    imports: ["thread.js"],
    dynamicImports: ["invite.js"],
    assets: ["advisor.css"],
  }),
  piece("thread.js", { imports: ["preact.js"] }),
  piece("invite.js"),
];

test("the shell holds what somebody who is not signed in needs, styles included", () => {
  assert.deepEqual(groupByView(BUILD).shell, ["main.js", "preact.js", "sign-in.css", "sign-in.js"]);
});

test("a young person's phone never keeps the advisor's files", () => {
  assert.deepEqual(groupByView(BUILD).young, ["thread.js", "young.js"]);
});

test("the advisor's view comes with what it loads later", () => {
  assert.deepEqual(groupByView(BUILD).advisor, ["advisor.css", "advisor.js", "invite.js", "thread.js"]);
});
