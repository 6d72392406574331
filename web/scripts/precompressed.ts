import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Plugin } from "vite";

/** Leaves a gzip and a brotli copy beside every built file that they make smaller, so that the server compresses nothing. */
export function precompressed(): Plugin {
  let folder = "";
  return {
    name: "kelias-precompressed",
    apply: "build",
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    async closeBundle() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      for (const entry of entries) {
        if (entry.isFile() && /\.(html|js|css|svg|json)$/.test(entry.name)) {
          await compress(join(entry.parentPath, entry.name));
        }
      }
    },
  };
}

async function compress(path: string) {
  const plain = await readFile(path);
  const copies = {
    gz: gzipSync(plain, { level: 9 }),
    br: brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }),
  };
  for (const [suffix, copy] of Object.entries(copies)) {
    if (copy.length < plain.length) {
      await writeFile(`${path}.${suffix}`, copy);
    }
  }
}
