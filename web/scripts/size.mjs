// Prints how much JavaScript the portfolio needs, and how much more the editor does, in bytes as gzip sends them.
// Usage: node scripts/size.mjs [DIST]
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const LIMITS = { portfolio: 200_000, editor: 350_000 };
const dist = process.argv[2] ?? new URL("../dist", import.meta.url).pathname;
const manifest = JSON.parse(readFileSync(join(dist, ".vite/manifest.json"), "utf8"));

/** The chunks that are loaded before a chunk can run: its static imports, and theirs. */
function needed(name, found = new Set()) {
  const chunk = manifest[name];
  if (!chunk) {
    throw new Error(`${name} is not in the manifest: has the file moved?`);
  }
  if (!found.has(name)) {
    found.add(name);
    for (const imported of chunk.imports ?? []) {
      needed(imported, found);
    }
  }
  return found;
}

function gzipped(names) {
  const files = new Set([...names].map((name) => manifest[name].file).filter((file) => file.endsWith(".js")));
  return [...files].reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length,
    0,
  );
}

/** One language is loaded; the largest stands for it. */
function words(catalogue) {
  return Math.max(
    ...["en", "ru", "lt"].map((language) => gzipped([`src/app/i18n/catalogue.${language}${catalogue}.ts`])),
  );
}

const portfolio = new Set([...needed("index.html"), ...needed("src/features/portfolio/PortfolioPage.tsx")]);
const sizes = { portfolio: gzipped(portfolio) + words("") };
const editor = Object.keys(manifest).find((name) => name === "src/features/editor/EditorPage.tsx");
if (editor) {
  sizes.editor = gzipped([...needed(editor)].filter((name) => !portfolio.has(name))) + words(".editor");
}
for (const [page, size] of Object.entries(sizes)) {
  console.log(`${page}\t${size}\tof ${LIMITS[page]}`);
}
process.exitCode = Object.entries(sizes).some(([page, size]) => size > LIMITS[page]) ? 1 : 0;
