import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

// Not a dependency of the page: it comes with the tools, which bring no types of it.
const { load } = (await import("js-yaml" as string)) as { load(text: string): unknown };
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Map files as modules. */
const maps: Plugin = {
  name: "maps",
  enforce: "pre",
  load(id) {
    const [path = ""] = id.split("?");
    return path.endsWith(".journey.yaml")
      ? `export default ${JSON.stringify(load(readFileSync(path, "utf8")))}`
      : null;
  },
};

/** Serves the editor over maps held in memory, to be looked at without a server. */
export default defineConfig({
  root: at("."),
  publicDir: at("../../../public"),
  cacheDir: "/tmp/kelias-editor-harness",
  plugins: [maps, react()],
  resolve: { alias: { "@": at("../../../src") } },
  css: { postcss: at("../../..") },
  server: { port: Number(process.env.PORT ?? 5199), strictPort: true, fs: { allow: [at("../../../..")] } },
});
