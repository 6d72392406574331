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

test("the word that adds a lane is seen whole under a short map", async () => {
  const reader = await flow.owner();
  await MapView.open(reader, "tiny");
  const label = reader.page.getByText(reader.words("editor-add-lane"), { exact: true });
  const cut = await label.evaluate((element) => element.scrollHeight - element.clientHeight);
  expect(cut).toBe(0);
  const button = reader.page.getByRole("button", { name: reader.words("editor-add-lane") });
  const [inner, outer] = [await label.boundingBox(), await button.boundingBox()];
  if (!inner || !outer) throw new Error("the button is not drawn");
  expect(inner.y).toBeGreaterThanOrEqual(outer.y);
  expect(inner.y + inner.height).toBeLessThanOrEqual(outer.y + outer.height);
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
