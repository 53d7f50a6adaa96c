import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vite";
import { compress } from "./build/compress.ts";
import { fingerprint } from "./build/fingerprint.ts";
import { identity } from "./build/identity.ts";
import { releases } from "./build/releases.ts";
import { sprite } from "./build/sprite.ts";
import { worker } from "./build/worker.ts";

const root = import.meta.dirname;
const server = process.env.PASSERELLE_SERVER ?? "http://localhost:8000";

const BASE = /src\/(a11y|api|components|i18n\/[a-z]+\.ts|intents|product|store|sync|channel|update)/;

export default defineConfig(({ command }) => {
  const outDir = join(root, process.env.PASSERELLE_DIST ?? "dist");
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  const build = command === "build" ? fingerprint(root) : "dev";
  return {
    root,
    plugins: [
      identity(root),
      sprite(root),
      releases(outDir, build),
      worker(root, outDir, { version, build }),
      compress(outDir),
    ],
    define: { __VERSION__: JSON.stringify(version), __BUILD__: JSON.stringify(build) },
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    build: {
      outDir,
      emptyOutDir: false,
      target: ["es2022", "safari16.4"],
      manifest: "manifest.json",
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      // What every screen shares travels as one file: it compresses better, and asks a slow network once.
      // Libraries stay apart, because they rarely change from one release to the next.
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              { name: "libraries", test: /node_modules/ },
              { name: "base", test: BASE },
            ],
          },
        },
      },
    },
    server: { proxy: { "/api": { target: server, ws: true } } },
  };
});
