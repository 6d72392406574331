import { beforeAll, expect, test } from "vitest";
import type { JourneyMap } from "@/api/types";
import { Flow } from "./support/flow";
import { MapView } from "./support/map";
import { mapOf } from "./support/server";

// Every test of this folder fails when a page asks anybody but the server, breaks its own policy or throws; here the
// texts try to make it.
const flow = Flow.ofFile();

const HOSTILE = {
  script: '<script>window.harmed = 1</script><img src=x onerror="window.harmed = 2">',
  html: '"><iframe src="https://attacker.example/"></iframe><svg onload="window.harmed = 3">',
  markdown: "[free money](javascript:window.harmed=4) ![p](https://attacker.example/p.png) **bold**",
  rightToLeft: "مرحبا \u202Eevil\u202C שלום",
  emoji: "👩‍👩‍👧‍👦 🏳️‍🌈 e\u0301\u0301\u0301\u0301",
  long: `${"word ".repeat(1000)}${"x".repeat(5000)}`,
} as const;

const texts = Object.values(HOSTILE);

/** A map that says them wherever a text may stand. */
function hostileMap(): JourneyMap {
  const stage = (text: string, number: number) => ({
    id: `stage-${number}`,
    title: text.slice(0, 200),
    goal: text,
    steps: [
      {
        id: `step-${number}`,
        title: text.slice(0, 200),
        success: text,
        touchpoints: [{ id: `touch-${number}`, title: text, channel: text.slice(0, 60), actor: text }],
        cells: { does: [text], says: [text] },
        emotion: { who: { claimed: 0.5, word: text } },
        barriers: [{ id: `barrier-${number}`, text, ideas: [{ id: `idea-${number}`, text, owner: text }] }],
      },
    ],
  });
  return {
    kelias: 1,
    id: "hostile",
    title: HOSTILE.script,
    purpose: HOSTILE.html,
    language: "en",
    owner: HOSTILE.html,
    tags: ["<b>tag</b>"],
    personas: [{ id: "who", name: HOSTILE.script, quote: HOSTILE.markdown, needs: [HOSTILE.html] }],
    evidence: [{ id: "heard", kind: "interview", title: HOSTILE.script }],
    lanes: [
      { id: "does", kind: "text", title: HOSTILE.html },
      { id: "says", kind: "quotes", title: HOSTILE.rightToLeft },
      { id: "where", kind: "touchpoints", title: HOSTILE.script },
      { id: "feels", kind: "emotion", title: HOSTILE.emoji },
      { id: "stops", kind: "barriers", title: HOSTILE.markdown },
      { id: "could", kind: "ideas", title: HOSTILE.html },
    ],
    stages: texts.map(stage),
  } as unknown as JourneyMap;
}

beforeAll(async () => {
  const json = { "content-type": "application/json" };
  await flow.server.ask("POST", "/api/v1/maps", JSON.stringify(hostileMap()), json);
});

test("hostile texts are shown as they are written, on every screen, and do nothing", async () => {
  const owner = await flow.owner({ viewport: { width: 2400, height: 1400 } });
  const { page, words } = owner;
  await page.getByText(HOSTILE.script).first().waitFor();
  const map = await MapView.open(owner, "hostile");
  for (const text of [HOSTILE.script, HOSTILE.html, HOSTILE.emoji, HOSTILE.rightToLeft]) {
    await map.grid.getByText(text).first().waitFor();
  }
  for (const panel of [
    "history-panel",
    "personas-panel",
    "evidence-panel",
    "share-panel",
    "editor-panel-details",
  ]) {
    await map.openPanel(panel);
  }
  await map.grid.getByText(HOSTILE.html).last().click();
  await page.goto("/maps/hostile/present");
  for (let number = 1; number <= texts.length; number += 1) {
    await page.getByText(words("editor-present-number", { number, count: texts.length })).waitFor();
    await page.keyboard.press("ArrowRight");
  }
  await page.goto("/maps/hostile");
  await MapView.shown(owner);
  expect(await page.evaluate(() => (window as { harmed?: number }).harmed)).toBeUndefined();
  expect(
    await page.locator("iframe, script:not([src]), img[src*=attacker], a[href^='javascript:']").count(),
  ).toBe(0);
});

test("500 stages and a cell of 10,000 letters are shown, from the first to the last", async () => {
  const stages = Array.from({ length: 500 }, (_, number) => ({
    id: `stage-${number}`,
    title: `Stage ${number}`,
    cells: { does: [number === 0 ? "ž".repeat(10_000) : `Card ${number}`] },
  }));
  const lanes = [{ id: "does", kind: "text", title: "Does" }];
  const json = { "content-type": "application/json" };
  const map = { kelias: 1, id: "long", title: "Long", language: "en", lanes, stages };
  await flow.server.ask("POST", "/api/v1/maps", JSON.stringify(map), json);
  const owner = await flow.owner();
  const shown = await MapView.open(owner, "long");
  await shown.grid.getByText("ž".repeat(10_000)).waitFor();
  await shown.grid.getByText("Card 1", { exact: true }).click();
  // From the card back to its cell.
  await owner.page.keyboard.press("Escape");
  await owner.page.keyboard.press("Control+End");
  await shown.stage("Stage 499").waitFor();
  await shown.grid.getByText("Card 499", { exact: true }).waitFor();
});

test("a link in a text leads only where links may", async () => {
  const owner = await flow.owner({ viewport: { width: 2400, height: 1400 } });
  const map = await MapView.open(owner, "hostile");
  expect(await map.grid.getByRole("link", { name: "free money" }).count()).toBe(0);
  await map.grid.locator("strong", { hasText: "bold" }).first().waitFor();
});

test("what is typed in is kept letter by letter, whatever it is", async () => {
  await flow.server.create(
    "kelias: 1\nid: typed\ntitle: Typed\nlanguage: en\nlanes:\n  - id: does\n    kind: text\n    title: Does\nstages:\n  - id: one\n    title: One\n",
  );
  const owner = await flow.owner();
  const map = await MapView.open(owner, "typed");
  const written = [HOSTILE.script, HOSTILE.rightToLeft, HOSTILE.emoji, HOSTILE.long.trim()];
  for (const text of written) {
    const cell = await map.cell("Does", "One");
    await cell.getByRole("button", { name: owner.words("editor-add-here") }).click();
    await map.writing.waitFor();
    await owner.page.keyboard.insertText(text);
    await map.leave();
  }
  await map.untilSaved();
  const kept = await mapOf(flow.server, "typed");
  expect(kept.stages?.[0]?.cells?.does).toEqual(written);
  expect(await owner.page.evaluate(() => (window as { harmed?: number }).harmed)).toBeUndefined();
});
