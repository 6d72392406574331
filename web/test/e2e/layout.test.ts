import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { Flow } from "./support/flow";
import { MapView } from "./support/map";

const flow = Flow.ofFile();
const WEB_SHOP = new URL("../../../examples/ecom/web-shop.journey.yaml", import.meta.url).pathname;
const TINY = `
kelias: 1
id: tiny
title: A short map
language: en
lanes:
  - { id: does, kind: text, title: Does }
stages:
  - { id: begin, title: Begins }
`;

beforeAll(async () => {
  await flow.server.create(readFileSync(WEB_SHOP, "utf8"));
  await flow.server.create(TINY);
});

test.each(["en", "ru", "lt"] as const)("the word that adds a lane is seen whole in %s", async (language) => {
  const reader = await flow.owner({ language, viewport: { width: 1024, height: 768 } });
  await MapView.open(reader, "tiny");
  const label = reader.page.getByText(reader.words("editor-add-lane"), { exact: true });
  const cut = await label.evaluate(({ scrollHeight, clientHeight, scrollWidth, clientWidth }) => ({
    height: scrollHeight - clientHeight,
    width: scrollWidth - clientWidth,
  }));
  expect(cut).toEqual({ height: 0, width: 0 });
  const button = reader.page.getByRole("button", { name: reader.words("editor-add-lane") });
  const [inner, outer] = [await label.boundingBox(), await button.boundingBox()];
  if (!inner || !outer) throw new Error("the button is not drawn");
  expect(inner.y).toBeGreaterThanOrEqual(outer.y);
  expect(inner.y + inner.height).toBeLessThanOrEqual(outer.y + outer.height);
});

test("the menu of a card is on the screen with all it holds, wherever the card is", async () => {
  const reader = await flow.owner({ language: "ru", viewport: { width: 1024, height: 768 } });
  const { page } = reader;
  await MapView.open(reader, "web-shop");
  for (const height of [340, 500, 690]) {
    await page.mouse.click(500, height, { button: "right" });
    const menu = page.getByRole("menu");
    await menu.waitFor();
    await reader.until("the menu is on the screen", async () => {
      const box = await menu.boundingBox();
      return box !== null && box.y >= 0 && box.y + box.height <= 768;
    });
    await page.keyboard.press("Escape");
    await menu.waitFor({ state: "detached" });
  }
});

describe.each([
  { width: 1440, height: 900, lines: 1 },
  { width: 1024, height: 768, lines: 2 },
  { width: 768, height: 1024, lines: 2 },
])("at $width pixels", ({ width, height, lines }) => {
  test.each(["en", "ru", "lt"] as const)(
    `the bar takes ${lines} in %s, and all of it is seen`,
    async (language) => {
      const reader = await flow.owner({ language, viewport: { width, height } });
      await MapView.open(reader, "web-shop");
      // Letters of a font on its way are of other widths, and people come a moment after the map.
      await reader.page.evaluate(async () => void (await document.fonts.ready));
      await reader.page
        .getByRole("banner")
        .getByRole("group", { name: reader.words("editor-people") })
        .waitFor();
      const parts = await reader.page.getByRole("banner").evaluate((bar) =>
        [...bar.children]
          .map((part) => part.getBoundingClientRect())
          .filter((box) => box.width > 0)
          .map(({ top, bottom, right }) => ({ middle: (top + bottom) / 2, right })),
      );
      const middles = parts.map(({ middle }) => Math.round(middle)).sort((one, other) => one - other);
      const seen = middles.filter((middle, at) => at === 0 || middle - (middles[at - 1] ?? 0) > 12);
      expect(seen.length).toBeLessThanOrEqual(lines);
      for (const { right } of parts) expect(right).toBeLessThanOrEqual(width);
    },
  );
});
