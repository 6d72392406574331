import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { violations } from "./support/axe";
import { Flow, type ReaderOptions } from "./support/flow";
import { MapView } from "./support/map";
import type { Reader } from "./support/reader";

const flow = Flow.ofFile();
const EXAMPLE = new URL("../../../examples/coffee-shop.journey.yaml", import.meta.url).pathname;
const ANOTHER = new URL("../../../examples/telephone.journey.yaml", import.meta.url).pathname;
const MAP = "coffee-shop";

beforeAll(async () => {
  await flow.server.create(readFileSync(EXAMPLE, "utf8"));
  await flow.server.create(readFileSync(ANOTHER, "utf8"));
});

/** How one comes to each screen; the reader is the owner before the portfolio. */
const SCREENS: Record<string, (reader: Reader) => Promise<void>> = {
  portfolio: async ({ page }) => {
    await page.getByRole("article").or(page.getByRole("listitem")).first().waitFor();
  },
  "portfolio as a table": async ({ page, words }) => {
    await page.getByRole("radio", { name: words("portfolio-layout-table") }).dispatchEvent("click");
    await page.getByRole("table").waitFor();
  },
  "template gallery": async ({ page, words }) => {
    await page.getByRole("button", { name: words("portfolio-new"), exact: true }).click();
    await page.getByRole("menuitem", { name: words("portfolio-new-template") }).click();
    await page.getByRole("dialog").getByRole("radio").nth(3).waitFor();
    await page.getByRole("menuitem").first().waitFor({ state: "hidden" });
  },
  editor: async (reader) => {
    await MapView.open(reader, MAP);
  },
  "details of a card": async (reader) => {
    const map = await MapView.open(reader, MAP);
    const panel = await map.openPanel("editor-panel-details");
    await map.grid.locator("[data-card][role=group]").first().click();
    await panel.getByText(reader.words("editor-field-evidence"), { exact: true }).waitFor();
  },
  "an open menu": async (reader) => {
    await MapView.open(reader, MAP);
    const { page, words } = reader;
    await page.getByRole("button", { name: words("editor-more"), exact: true }).click();
    await page.getByRole("menuitem", { name: words("editor-view-find") }).waitFor();
  },
  "an open popover": async (reader) => {
    await MapView.open(reader, MAP);
    const { page, words } = reader;
    await page.getByRole("button", { name: words("editor-filter"), exact: true }).click();
    await page.getByRole("group", { name: words("editor-lanes") }).waitFor();
  },
  "an open list of choices": async (reader) => {
    const map = await MapView.open(reader, MAP);
    const panel = await map.openPanel("editor-panel-details");
    await map.grid.getByRole("columnheader").first().click();
    await panel.getByRole("combobox", { name: reader.words("editor-field-sub-map") }).click();
    await reader.page.getByRole("option", { name: "(telephone)" }).waitFor();
  },
  "a tooltip": async (reader) => {
    await MapView.open(reader, MAP);
    const { page, words } = reader;
    await page.getByRole("button", { name: words("editor-filter"), exact: true }).hover();
    await page.getByRole("tooltip").waitFor();
  },
  "all commands": async (reader) => {
    await MapView.open(reader, MAP);
    const { page, words } = reader;
    await page.keyboard.press("Control+k");
    await page.getByRole("textbox", { name: words("editor-palette-search") }).waitFor();
  },
  share: async (reader) => {
    const panel = await (await MapView.open(reader, MAP)).openPanel("share-panel");
    await panel.getByRole("button", { name: reader.words("share-create") }).click();
    await panel.getByRole("listitem").first().waitFor();
  },
  history: async (reader) => {
    const panel = await (await MapView.open(reader, MAP)).openPanel("history-panel");
    await panel.getByRole("listitem").first().waitFor();
  },
  personas: async (reader) => {
    const panel = await (await MapView.open(reader, MAP)).openPanel("personas-panel");
    await panel.getByRole("status").waitFor({ state: "hidden" });
  },
  evidence: async (reader) => {
    const panel = await (await MapView.open(reader, MAP)).openPanel("evidence-panel");
    await panel.getByRole("status").waitFor({ state: "hidden" });
  },
  present: async ({ page, words }) => {
    await page.goto(`/maps/${MAP}/present`);
    await page
      .getByRole("button", { name: words("editor-present-end") })
      .first()
      .waitFor();
  },
  greeting: async ({ page, words }) => {
    const json = { "content-type": "application/json" };
    const link = JSON.stringify({ can_edit: true });
    const made = await (await flow.server.ask("POST", `/api/v1/maps/${MAP}/links`, link, json)).json();
    await page.goto(made.url);
    await page.getByLabel(words("share-greeting-name")).waitFor();
  },
  "signed out": async ({ context, page, words }) => {
    await context.clearCookies();
    await page.goto("/");
    await page.getByRole("heading", { name: words("app-signed-out-title") }).waitFor();
  },
};

describe.each<ReaderOptions & { scheme: "light" | "dark" }>([{ scheme: "light" }, { scheme: "dark" }])(
  "$scheme",
  (options) => {
    test.each(Object.entries(SCREENS))("nothing is wrong with %s", async (_, open) => {
      const reader = await flow.owner(options);
      await open(reader);
      expect(await violations(reader.page)).toEqual([]);
    });
  },
);
