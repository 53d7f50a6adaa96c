// Writes .br and .gz beside each text file, so that the server never compresses one.

import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Plugin } from "vite";

const TEXT = /\.(html|js|css|svg|json|webmanifest|txt)$/;
/** Below this, headers weigh more than what is won. Bytes. */
const SMALLEST = 256;

/** Compress the file in both forms; a small one is left as it is. */
export function compressFile(path: string): void {
  const content = readFileSync(path);
  if (!TEXT.test(path) || content.length < SMALLEST) return;
  writeFileSync(`${path}.br`, brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  }));
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
}

/** Last step of the build. */
export function compress(outDir: string): Plugin {
  return {
    name: "passerelle-compress",
    apply: "build",
    closeBundle: {
      order: "post",
      sequential: true,
      handler() {
        if (!existsSync(outDir)) return;
        for (const path of readdirSync(outDir, { recursive: true, encoding: "utf8" })) {
          const file = join(outDir, path);
          const isDone = path.startsWith("assets") && existsSync(`${file}.br`); // a hashed file never changes
          if (statSync(file).isFile() && !isDone) compressFile(file);
        }
      },
    },
  };
}
