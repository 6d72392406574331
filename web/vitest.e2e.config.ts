import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Whole flows in a browser against a running server: KELIAS_BIN names the binary, CHROMIUM the browser. */
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
  },
});
