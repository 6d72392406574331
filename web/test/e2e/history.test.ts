import { expect, test } from "vitest";
import { Flow } from "./support/flow";
import { MapView } from "./support/map";
import { mapOf } from "./support/server";

const flow = Flow.ofFile();

const CAFE = `kelias: 1
id: cafe
title: Café
language: en
lanes:
  - id: does
    kind: text
    title: Does
stages:
  - id: visit
    title: Visit
    steps:
      - id: orders
        title: Orders
        cells:
          does:
            - Reads the menu
`;

test("a version is named, the map edited, both compared in words, and the version brought back", async () => {
  await flow.server.create(CAFE);
  const owner = await flow.owner();
  const { page, words } = owner;
  const map = await MapView.open(owner, "cafe");
  const panel = await map.openPanel("history-panel");
  await panel.getByRole("button", { name: words("history-keep") }).click();
  await panel.getByLabel(words("history-title")).fill("Before the workshop");
  await panel.getByLabel(words("history-reason")).fill("what we believed");
  await panel.getByRole("button", { name: words("history-keep") }).click();
  const kept = panel.getByRole("listitem").filter({ hasText: "Before the workshop" });
  await kept.waitFor();
  expect(await kept.textContent()).toContain("what we believed");

  await map.edit("Does", "Orders", "Reads the menu");
  await map.type(" twice");
  await map.leave();
  await map.add("Does", "Orders", "Asks a friend");
  await map.untilSaved();

  await kept
    .getByRole("button", { name: words("history-compare-which", { name: "Before the workshop" }) })
    .click();
  const comparison = page.getByRole("dialog");
  await comparison.getByText(words("change-count", { count: 2 })).waitFor();
  const changes = await comparison
    .getByRole("region", { name: words("history-changes") })
    .getByRole("listitem")
    .allTextContents();
  expect(changes.filter((change) => change.includes("Reads the menu twice"))).toHaveLength(1);
  expect(changes.filter((change) => change.includes("Asks a friend"))).toHaveLength(1);
  await page.keyboard.press("Escape");
  await comparison.waitFor({ state: "hidden" });

  await kept
    .getByRole("button", { name: words("history-view-which", { name: "Before the workshop" }) })
    .click();
  await page.getByRole("dialog").getByText("Reads the menu", { exact: true }).waitFor();
  await page.getByRole("button", { name: words("history-restore") }).click();
  await panel.getByText(words("history-restored-titled", { title: "Before the workshop" })).waitFor();
  await expect.poll(() => map.cards("Does", "Orders"), { timeout: 20_000 }).toEqual(["Reads the menu"]);
  expect(JSON.stringify(await mapOf(flow.server, "cafe"))).not.toContain("Asks a friend");

  // What the map was before going back is not lost either.
  const versions: { n: number }[] = await (await flow.server.ask("GET", "/api/v1/maps/cafe/versions")).json();
  const older = versions.map(({ n }) => flow.server.ask("GET", `/api/v1/maps/cafe/versions/${n}`));
  const texts = await Promise.all((await Promise.all(older)).map((answer) => answer.text()));
  expect(texts.some((text) => text.includes("Asks a friend"))).toBe(true);
});
