import { defineConfig } from "vitest/config";

/** Stock clients against a running server: KELIAS_BIN names the binary. */
export default defineConfig({
  test: {
    environment: "node",
    include: ["test/collab/**/*.test.ts"],
    // Each file starts servers of its own; two cores are soon busy.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
