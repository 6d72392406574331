import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import type { JourneyMap } from "@/api/types";
import { Flow } from "./support/flow";
import { Finger, pointIn } from "./support/hands";
import type { Reader } from "./support/reader";

const flow = Flow.ofFile();

/** A map of so many stages; every other one has so much to say that it does not fit on the screen. */
async function create(id: string, count: number): Promise<void> {
  const stages = Array.from({ length: count }, (_, at) => ({
    id: `stage-${at + 1}`,
    title: at % 2 === 0 ? `Stage ${at + 1}: ${"a title of many words ".repeat(6)}`.trim() : `Stage ${at + 1}`,
    cells: { does: at % 2 === 0 ? [Array(400).fill("a long story").join(", ")] : ["little"] },
  }));
  const lanes = [{ id: "does", kind: "text", title: "Does" }];
  const map = { kelias: 1, id, title: "Present", language: "en", lanes, stages } as unknown as JourneyMap;
  const json = { "content-type": "application/json" };
  await flow.server.ask("POST", "/api/v1/maps", JSON.stringify(map), json);
}

test("twelve stages by keys: on and back, to both ends, each from its top, and out", async () => {
  await create("twelve", 12);
  const owner = await flow.owner();
  const { page } = owner;
  const { keyboard } = page;
  await present(owner, "twelve");
  await expectShown(owner, 1, 12);
  const slide = page.getByRole("region");
  const scrolled = () => slide.evaluate(({ scrollTop }) => scrollTop);
  await keyboard.press("ArrowDown");
  await expect.poll(scrolled).toBeGreaterThan(0);
  for (const [key, number] of [
    ["ArrowRight", 2],
    ["PageDown", 3],
    ["Space", 4],
    ["ArrowLeft", 3],
  ] as const) {
    await keyboard.press(key);
    await expectShown(owner, number, 12);
    expect(await scrolled()).toBe(0);
  }
  await keyboard.press("End");
  await keyboard.press("ArrowRight");
  await expectShown(owner, 12, 12);
  await keyboard.press("Home");
  await keyboard.press("ArrowLeft");
  await expectShown(owner, 1, 12);
  await keyboard.press("Escape");
  await page.getByRole("grid").waitFor();

  // On the button that ends it the space bar presses the button.
  await present(owner, "twelve");
  await page.getByRole("button", { name: owner.words("editor-present-end") }).focus();
  await keyboard.press("Space");
  await page.getByRole("grid").waitFor();
});

test("by click and by finger: the buttons say where they lead, and end where the map does", async () => {
  await create("one", 1);
  await create("three", 3);
  const owner = await flow.owner({ viewport: { width: 390, height: 844 }, hasTouch: true });
  const { page, words } = owner;
  await present(owner, "one");
  await expectShown(owner, 1, 1);
  for (const name of ["editor-present-next", "editor-present-previous"])
    expect(await page.getByRole("button", { name: words(name) }).isDisabled()).toBe(true);

  await present(owner, "three");
  await expectNoSpill(owner);
  await page.getByRole("button", { name: "Stage 2" }).click();
  await expectShown(owner, 2, 3);
  await expectNoSpill(owner);
  const finger = await Finger.of(page);
  await tap(finger, page.getByRole("button", { name: "Stage 3" }));
  await expectShown(owner, 3, 3);
  expect(await page.getByRole("button", { name: words("editor-present-next") }).isDisabled()).toBe(true);
  await tap(finger, page.getByRole("button", { name: "Stage 2" }));
  await expectShown(owner, 2, 3);
});

test("five hundred stages: told to the last, and every one within reach in the editor", async () => {
  await create("long", 500);
  const owner = await flow.owner();
  const { page, words } = owner;
  await present(owner, "long");
  await page.keyboard.press("End");
  await expectShown(owner, 500, 500);
  await page.keyboard.press("Escape");
  const grid = page.getByRole("grid");
  await grid.waitFor();
  const scroller = page.locator("[data-scroller]");
  await scroller.evaluate((box) => box.scrollTo(box.scrollWidth, 0));
  await grid.getByRole("columnheader", { name: "Stage 500" }).waitFor();

  // The strip below holds the whole map in buttons that can be hit; a click leads to what lies there.
  const strip = page.getByRole("navigation", { name: words("editor-jump") });
  const box = await strip.boundingBox();
  if (!box) throw new Error("there is a strip");
  const buttons = await strip.getByRole("button").all();
  expect(buttons.length).toBeLessThan(60);
  for (const button of buttons) {
    const { x, width } = (await button.boundingBox()) ?? { x: 0, width: 0 };
    expect(width).toBeGreaterThanOrEqual(24);
    expect(x + width).toBeLessThanOrEqual(box.x + box.width + 1);
  }
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await grid.getByRole("columnheader", { name: "Stage 252" }).waitFor();
  await buttons[0]?.press("Enter");
  await grid.getByRole("columnheader", { name: "Stage 2", exact: true }).waitFor();
});

async function present({ page }: Reader, id: string): Promise<void> {
  await page.goto(`/maps/${id}/present`);
  await page.getByRole("heading", { level: 1 }).waitFor();
}

/** The stage of this number is shown, and so are how far one is and the title. */
async function expectShown({ page, words }: Reader, number: number, count: number): Promise<void> {
  const heading = page.getByRole("heading", { level: 1 });
  await expect.poll(() => heading.innerText()).toMatch(new RegExp(`^Stage ${number}(:|$)`));
  const said = words("editor-present-number", { number, count });
  expect(await page.getByRole("status").first().innerText()).toBe(said);
  const progress = page.getByRole("progressbar", { name: words("editor-present-progress") });
  expect(Number(await progress.getAttribute("aria-valuenow"))).toBeCloseTo((number / count) * 100, 1);
}

/** Nothing is wider than the screen, and the buttons stay on it however long the text is. */
async function expectNoSpill({ page }: Reader): Promise<void> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wider).toBeLessThanOrEqual(0);
  for (const button of await page.getByRole("contentinfo").getByRole("button").all()) {
    const box = await button.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 390 && box.y + box.height <= 844).toBe(true);
  }
}

async function tap(finger: Finger, button: Locator): Promise<void> {
  await finger.press(await pointIn(button));
  await finger.lift();
}
