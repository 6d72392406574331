import { readFileSync } from "node:fs";
import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import { Flow } from "./support/flow";
import { MapView } from "./support/map";
import type { Reader } from "./support/reader";
import { mapOf } from "./support/server";

const flow = Flow.ofFile();

test("by keys only: from an empty map to its poster", async () => {
  await flow.server.create("kelias: 1\nid: keys\ntitle: Keys\nlanguage: en\n");
  const owner = await flow.owner();
  const { page, words } = owner;
  const { keyboard } = page;
  await page.goto("/maps/keys");
  const begin = page.getByRole("button", { name: words("editor-empty-write-button") });
  await begin.waitFor();
  await tabTo(owner, begin);
  await keyboard.press("Enter");
  const map = await MapView.shown(owner);
  await map.type("Hears of us");
  await keyboard.press("Enter");
  await map.writing.waitFor({ state: "detached" });

  // A second stage by the palette.
  await keyboard.press("Control+k");
  await page.getByLabel(words("editor-palette-search")).and(page.locator(":focus")).waitFor();
  await keyboard.type(words("action-stage-add-after"));
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await map.type("Comes in");
  await keyboard.press("Escape");
  await map.writing.waitFor({ state: "detached" });

  // The first lane of both: a letter begins to write, tab goes on to the next cell.
  await keyboard.press("Control+Home");
  await keyboard.press("ArrowDown");
  await map.typeInCell("sees a poster");
  await keyboard.press("Tab");
  await map.type("opens the door");
  await keyboard.press("Escape");
  const lane = words("editor-lane-title-text");
  await expect.poll(() => map.cards(lane, "Hears of us")).toEqual(["sees a poster"]);
  await expect.poll(() => map.cards(lane, "Comes in")).toEqual(["opens the door"]);

  // The lane goes down by a place without dragging, and the page says so.
  const before = await map.lanes();
  await keyboard.press("Home");
  await keyboard.press("ArrowLeft");
  await keyboard.press("Alt+ArrowDown");
  const moved = [before[1], before[0], ...before.slice(2)];
  await expect.poll(() => map.lanes()).toEqual(moved);
  await map.untilSaved();

  const more = page.getByRole("button", { name: words("editor-more"), exact: true });
  await tabTo(owner, more);
  await keyboard.press("Enter");
  const poster = page.getByRole("menuitem", { name: words("editor-download-svg") });
  await page.getByRole("menu").locator(":focus").waitFor();
  for (let step = 0; step < 20 && !(await isFocused(poster)); step += 1) await keyboard.press("ArrowDown");
  const [download] = await Promise.all([page.waitForEvent("download"), keyboard.press("Enter")]);
  expect(download.suggestedFilename()).toBe("keys.svg");
  const svg = readFileSync(await download.path(), "utf8");
  expect(svg).toMatch(/^<svg[\s>]/);
  const drawn = await flow.server.ask("GET", "/api/v1/maps/keys/poster.svg?language=en");
  expect(svg).toBe(await drawn.text());
  const { stages } = await mapOf(flow.server, "keys");
  expect(stages?.map(({ title }) => title)).toEqual(["Hears of us", "Comes in"]);
});

/** Presses the tab key until the element has the focus, as everything has to be within reach of it. */
async function tabTo({ page }: Reader, element: Locator): Promise<void> {
  for (const key of ["Tab", "Shift+Tab"]) {
    for (let step = 0; step < 40; step += 1) {
      if (await isFocused(element)) return;
      await page.keyboard.press(key);
    }
  }
  throw new Error("the tab key does not lead there");
}

function isFocused(element: Locator): Promise<boolean> {
  return element.evaluate((one) => one === document.activeElement);
}
