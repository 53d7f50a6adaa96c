// Builds the service worker last, with the list of files it keeps for a start without network.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin, type Rolldown } from "vite";
import { groupByView, type Groups, type Piece } from "./precache.ts";

/** Files without a hash in their name that the shell needs. */
const UNHASHED = ["index.html", "theme.js", "manifest.webmanifest", "icons/mark.svg"];

function pieceOf(chunk: Rolldown.OutputChunk): Piece {
  const { importedCss, importedAssets } = chunk.viteMetadata ?? { importedCss: [], importedAssets: [] };
  return {
    file: chunk.fileName,
    isEntry: chunk.isEntry,
    source: chunk.facadeModuleId,
    imports: chunk.imports,
    dynamicImports: chunk.dynamicImports,
    assets: [...importedCss, ...importedAssets],
  };
}

/** A fetch with this integrity fails rather than mix the files of two builds. */
function integrityOf(path: string): string {
  return `sha256-${createHash("sha256").update(readFileSync(path)).digest("base64")}`;
}

async function buildWorker(root: string, outDir: string, fingerprint: string, groups: Groups): Promise<void> {
  const files = Object.fromEntries(
    Object.entries(groups).map(([name, list]) => [name, list.map((file) => `/${file}`)]),
  );
  const pinned = UNHASHED.map((file) => [`/${file}`, integrityOf(join(outDir, file))]);
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: "warn",
    define: {
      __BUILD__: JSON.stringify(fingerprint),
      __PRECACHE__: JSON.stringify({ ...files, pinned }),
    },
    build: {
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      target: ["es2022", "safari16.4"],
      lib: { entry: join(root, "src/sw/worker.ts"), formats: ["iife"], name: "worker", fileName: () => "sw.js" },
    },
  });
}

/** Writes sw.js, and build.json by which the server knows what it serves. */
export function worker(root: string, outDir: string, release: { version: string; build: string }): Plugin {
  let groups: Groups | null = null; // null until the pages are written: a failed build has no worker
  return {
    name: "passerelle-worker",
    apply: "build",
    writeBundle(_options, bundle) {
      const outputs = Object.values(bundle);
      groups = groupByView(outputs.filter((output) => output.type === "chunk").map(pieceOf));
      const sprite = outputs.find((output) => output.fileName.startsWith("assets/sprite-"));
      if (sprite) groups.shell.push(sprite.fileName);
    },
    closeBundle: {
      order: "post",
      sequential: true,
      async handler() {
        if (!groups) return;
        await buildWorker(root, outDir, release.build, groups);
        writeFileSync(join(outDir, "build.json"), JSON.stringify({ ...release, views: groups }));
      },
    },
  };
}
