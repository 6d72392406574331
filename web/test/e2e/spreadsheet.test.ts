import { readFileSync } from "node:fs";
import { beforeEach, expect, test } from "vitest";
import { Flow } from "./support/flow";
import { MapView } from "./support/map";
import { mapOf, removeMaps } from "./support/server";

const flow = Flow.ofFile();

beforeEach(() => removeMaps(flow.server));

/** What a program puts on the clipboard for the same range; see test/document/clipboard.test.ts. */
const html = (program: string) =>
  readFileSync(new URL(`../document/clipboard/${program}.clip`, import.meta.url), "utf8");
const TEXT =
  '\tFind\t\tBuy\n\tSearch\tCompare\tPay\nDoes\t"types a ""query""\nand waits"\treads results\t\nBarriers\t\ttoo many <filters>\tprice tab\n';

const empty = (id: string) => `kelias: 1\nid: ${id}\ntitle: Empty\nlanguage: en\n`;

test.each(["excel", "sheets", "libreoffice"])("a range copied in %s becomes a map", async (program) => {
  const owner = await flow.owner();
  const { page, words } = owner;
  await page
    .getByRole("main")
    .getByRole("button", { name: words("portfolio-empty-spreadsheet") })
    .click();
  const field = page.getByLabel(words("portfolio-sheet-paste"));
  await field.waitFor();
  await owner.paste(field, { html: html(program), text: TEXT });
  await page.getByLabel(words("portfolio-template-title")).fill("From a sheet");
  await page.getByRole("button", { name: words("portfolio-template-create") }).click();
  const map = await MapView.shown(owner);
  expect(await map.lanes()).toEqual(["Does", "Barriers"]);
  expect(await map.cards("Does", "Search")).toEqual(['types a "query"\nand waits']);
  expect(await map.cards("Does", "Compare")).toEqual(["reads results"]);
  const { stages = [] } = await mapOf(flow.server, map.id);
  expect(stages.map(({ title, steps }) => [title, steps?.map((step) => step.title)])).toEqual([
    ["Find", ["Search", "Compare"]],
    ["Buy", ["Pay"]],
  ]);
  expect(stages.flatMap(({ steps }) => steps ?? []).flatMap(({ barriers }) => barriers ?? [])).toMatchObject([
    { text: "too many <filters>" },
    { text: "price tab" },
  ]);
});

test("a range pasted into an empty map lays it out, and one step of undo takes it back", async () => {
  await flow.server.create(empty("pasted"));
  const owner = await flow.owner();
  await owner.page.goto("/maps/pasted");
  const invitation = owner.page.getByText(owner.words("editor-empty-title"));
  await invitation.waitFor();
  await owner.paste(owner.page.getByRole("main"), { html: html("excel"), text: TEXT });
  const map = await MapView.shown(owner);
  expect(await map.lanes()).toEqual(["Does", "Barriers"]);
  expect(await map.cards("Does", "Compare")).toEqual(["reads results"]);
  await owner.page.getByRole("button", { name: owner.words("editor-undo") }).click();
  await invitation.waitFor();
});

test("cells go to a spreadsheet and come back as they were", async () => {
  await flow.server.create(empty("copied"));
  const owner = await flow.owner();
  const { page } = owner;
  await page.goto("/maps/copied");
  await page.getByText(owner.words("editor-empty-title")).waitFor();
  await owner.paste(page.getByRole("main"), { html: html("sheets"), text: TEXT });
  const map = await MapView.shown(owner);
  await (await map.cell("Does", "Search")).click({ position: { x: 4, y: 4 } });
  await page.keyboard.press("Shift+ArrowRight");
  const copied = await owner.copy();
  expect(copied.text).toContain('"types a ""query""\nand waits"\treads results');
  expect(copied.html).toContain("<table");
  await page.keyboard.press("Delete");
  await expect.poll(() => map.cards("Does", "Search")).toEqual([]);
  await owner.paste(page.locator(":focus"), copied);
  await expect.poll(() => map.cards("Does", "Search")).toEqual(['types a "query"\nand waits']);
  expect(await map.cards("Does", "Compare")).toEqual(["reads results"]);
});
