import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { Flow } from "./support/flow";
import { MapView } from "./support/map";

const folder = mkdtempSync(join(tmpdir(), "kelias-maps-"));
const file = join(folder, "bakery.journey.yaml");

const BAKERY = `kelias: 1
id: bakery
title: Bakery
language: en
lanes:
  - id: does
    title: Does
    kind: text
stages:
  - id: visit
    title: Visit
    cells:
      does:
        - Smells the bread
`;

writeFileSync(file, BAKERY);
const flow = Flow.ofFile(() => ["--maps", folder]);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a file that changes on disk while it is edited: neither side loses anything", async () => {
  const owner = await flow.owner();
  await owner.page.getByRole("link", { name: "Bakery" }).first().waitFor();
  const map = await MapView.open(owner, "bakery");
  const written = map.add("Does", "Visit", "Waits for the next tray");
  writeFileSync(
    file,
    BAKERY.replace("Smells the bread", "Smells the warm bread").replace(
      "title: Bakery",
      "title: Bakery at the corner",
    ),
  );
  await written;
  const cards = ["Smells the warm bread", "Waits for the next tray"];
  await expect.poll(() => map.cards("Does", "Visit"), { timeout: 30_000 }).toEqual(cards);
  await owner.page.getByRole("heading", { name: "Bakery at the corner" }).waitFor();
  for (const text of [...cards, "Bakery at the corner"]) {
    await expect.poll(() => readFileSync(file, "utf8"), { timeout: 30_000 }).toContain(text);
  }
});

test("a file with errors is shown with what to mend, and is left as it is", async () => {
  const broken = join(folder, "broken.journey.yaml");
  const text = "kelias: 1\nid: broken\ntitle: Broken\nlanguage: en\nstages:\n  - id: one\n    titel: One\n";
  writeFileSync(broken, text);
  const owner = await flow.owner();
  const { page, words } = owner;
  const problems = page.getByRole("button", { name: words("portfolio-problems", { count: 2 }) }).first();
  await owner.until("the portfolio shows the file", async () => {
    await page.reload();
    await page.getByRole("main").waitFor();
    return (await page.getByText("broken").count()) > 0;
  });
  await problems.click();
  await page.getByRole("dialog").getByText("titel").first().waitFor();
  expect(readFileSync(broken, "utf8")).toBe(text);
});
