import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { compressFile } from "./compress.ts";

const folder = mkdtempSync(join(tmpdir(), "compress-"));

function write(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test("both forms hold the same text as the file", () => {
  const path = write("a.js", "const plank = 1;\n".repeat(100));
  compressFile(path);
  const text = readFileSync(path);
  assert.deepEqual(brotliDecompressSync(readFileSync(`${path}.br`)), text);
  assert.deepEqual(gunzipSync(readFileSync(`${path}.gz`)), text);
});

test("pictures and very small files stay as they are", () => {
  for (const path of [write("a.png", "x".repeat(5000)), write("b.js", "x")]) {
    compressFile(path);
    assert.ok(!existsSync(`${path}.br`), path);
  }
});
