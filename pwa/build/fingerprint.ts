// Names a build after its sources: the same sources give the same name on every machine.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const INPUTS = ["src", "public", "build", "index.html", "package.json", "package-lock.json", "vite.config.ts"];

function filesUnder(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path).flatMap((name) => filesUnder(join(path, name)));
}

/** Twelve hexadecimal digits that change when anything that goes into the build changes. */
export function fingerprint(root: string): string {
  const hash = createHash("sha256");
  const files = INPUTS.flatMap((input) => filesUnder(join(root, input)));
  for (const file of files.filter((path) => !path.endsWith(".test.ts")).sort()) {
    hash.update(`${file.slice(root.length)}\0`).update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex").slice(0, 12);
}
