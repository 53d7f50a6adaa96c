// Keeps the hashed files of the builds before this one, for pages that people opened before an update.

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** This build and the two before it. */
const KEPT = 3;

export interface Release {
  build: string;
  /** Names inside assets/, without those of the compressed forms. */
  files: string[];
}

/** The releases to keep once `current` is built, newest first. */
export function withCurrent(known: readonly Release[], current: Release): Release[] {
  return [current, ...known.filter(({ build }) => build !== current.build)].slice(0, KEPT);
}

/** Those of `present` that no kept release uses, in whatever form. */
export function abandoned(present: readonly string[], kept: readonly Release[]): string[] {
  const used = new Set(kept.flatMap(({ files }) => files));
  return present.filter((name) => !used.has(name.replace(/\.(br|gz)$/, "")));
}

/** Deletes from assets/ what is older than the kept releases. The output folder must not be emptied before. */
export function releases(outDir: string, build: string): Plugin {
  const assets = join(outDir, "assets");
  const list = join(outDir, "releases.json");
  return {
    name: "passerelle-releases",
    apply: "build",
    writeBundle(_options, bundle) {
      const files = Object.keys(bundle).filter((name) => name.startsWith("assets/")).map((name) => name.slice(7));
      const known = existsSync(list) ? (JSON.parse(readFileSync(list, "utf8")) as Release[]) : [];
      const kept = withCurrent(known, { build, files });
      for (const name of abandoned(readdirSync(assets), kept)) rmSync(join(assets, name));
      writeFileSync(list, JSON.stringify(kept));
    },
  };
}
