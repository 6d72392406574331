import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { precompressed } from "./scripts/precompressed.ts";

const server = process.env.KELIAS_URL ?? "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [react(), precompressed()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  build: {
    target: "es2022",
    manifest: true,
    // The page's policy forbids inline scripts, and data: fonts would be fetched even when unused.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "react", test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            // Icons and hooks are small: a request for each would cost more than they weigh.
            // The icons of touchpoints stay above the threshold, or the portfolio would fetch them too.
            {
              name: "small",
              test: /node_modules[\\/]@(tabler|mantine[\\/]hooks)[\\/]/,
              minShareCount: 2,
              entriesAware: true,
              entriesAwareMergeThreshold: 4000,
            },
          ],
        },
      },
    },
  },
  server: {
    // The translations are shared with the binary and lie beside this folder.
    fs: { allow: [".."] },
    proxy: {
      "/api": server,
      "/sign-in": server,
      "/collab": { target: server, ws: true },
    },
  },
});
