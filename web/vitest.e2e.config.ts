import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Whole flows in a browser against a running server: KELIAS_BIN names the binary, CHROMIUM the browser; SLOWED=6 makes the
 * pages six times slower, as on a machine that is busy or old. */
export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  server: { fs: { allow: [".."] } },
  test: {
    environment: "node",
    include: ["test/e2e/**/*.test.ts"],
    // Each file has a server and a browser of its own; two cores are soon busy.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // What is to come is waited for as long as everything else in a browser.
    expect: { poll: { timeout: 20_000 } },
  },
});
