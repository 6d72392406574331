import type { Locator } from "playwright-core";
import { beforeEach, expect, test } from "vitest";
import type { JourneyMap } from "@/api/types";
import { Flow } from "./support/flow";
import { carry, Finger, type Point, pointIn } from "./support/hands";
import { MapView } from "./support/map";
import type { Reader } from "./support/reader";
import { mapOf } from "./support/server";

const flow = Flow.ofFile();

const MAP = `kelias: 1
title: Drag
language: en
personas:
  - { id: ona, name: Ona }
lanes:
  - { id: does, kind: text, title: Does }
  - { id: asks, kind: questions, title: Asks }
  - { id: feels, kind: emotion, title: Feels }
  - { id: stops, kind: barriers, title: Stops }
stages:
  - id: find
    title: Find
    steps:
      - id: search
        title: Search
        cells: { does: [types, reads, clicks] }
        emotion: { ona: { claimed: 0.5 } }
      - { id: compare, title: Compare }
  - id: buy
    title: Buy
    steps:
      - { id: pay, title: Pay }
      - { id: wait, title: Wait }
  - id: use
    title: Use
    steps:
      - { id: open, title: Open }
`;

/** Every test has a map of its own. */
let id = "";
let count = 0;

beforeEach(async () => {
  count += 1;
  id = `drag-${count}`;
  await flow.server.create(`${MAP}id: ${id}\n`);
});

test("a card goes by mouse within its cell and to another, and a line shows where", async () => {
  const { reader, map } = await opened();
  const clicks = await card(map, "Search", "clicks");
  const types = await card(map, "Search", "types");
  await carry(reader.page, await pointIn(clicks), await pointIn(types, 0.5, 0.2));
  await expectMark(reader, { above: types });
  await reader.page.mouse.up();
  await expect.poll(() => map.cards("Does", "Search")).toEqual(["clicks", "types", "reads"]);

  const target = await map.cell("Asks", "Pay");
  await carry(reader.page, await pointIn(types), await pointIn(target));
  await expectMark(reader, { within: target });
  await reader.page.mouse.up();
  await expect.poll(() => map.cards("Asks", "Pay")).toEqual(["types"]);
  await expect.poll(() => map.cards("Does", "Search")).toEqual(["clicks", "reads"]);

  // A lane of barriers makes a barrier of it.
  const reads = await card(map, "Search", "reads");
  await carry(reader.page, await pointIn(reads), await pointIn(await map.cell("Stops", "Open")));
  await reader.page.mouse.up();
  await expect.poll(() => map.cards("Stops", "Open")).toEqual(["reads"]);
  await map.untilSaved();
  const saved = await stepsOf();
  expect(saved.get("Search")?.cells).toEqual({ does: ["clicks"] });
  expect(saved.get("Pay")?.cells).toEqual({ asks: ["types"] });
  expect(saved.get("Open")?.barriers).toMatchObject([{ text: "reads" }]);
});

test("where a card cannot stand no line is shown, and it stays where it was", async () => {
  const { reader, map } = await opened();
  for (const target of [map.stage("Buy"), await map.cell("Feels", "Pay"), map.laneHead("Asks")]) {
    await carry(reader.page, await pointIn(await card(map, "Search", "reads")), await pointIn(target));
    // On the way it may have been where it can stand.
    await reader.page.locator("[data-drag=ghost][data-nowhere]").waitFor();
    await mark(reader).waitFor({ state: "detached" });
    await reader.page.mouse.up();
    await ghost(reader).waitFor({ state: "detached" });
  }
  await expect.poll(() => map.cards("Does", "Search")).toEqual(["types", "reads", "clicks"]);
});

test("a hand faster than the page is drawn lets a card fall where it is, and the keys go on", async () => {
  const { reader, map } = await opened();
  const types = await card(map, "Search", "types");
  const [from, to] = [await pointIn(types), await pointIn(await map.cell("Asks", "Compare"))];
  await types.evaluate(flick, { from, to });
  await expect.poll(() => map.cards("Asks", "Compare")).toEqual(["types"]);
  await (await card(map, "Search", "reads")).click();
  await reader.page.keyboard.press("Alt+ArrowDown");
  await expect.poll(() => map.cards("Does", "Search")).toEqual(["clicks", "reads"]);
});

test("a step goes to another stage, a stage before another, a lane below another", async () => {
  const { reader, map } = await opened();
  const wait = map.stage("Wait");
  const target = map.stage("Compare");
  await carry(reader.page, await pointIn(wait), await pointIn(target, 0.2));
  await expectMark(reader, { leftOf: target });
  await reader.page.mouse.up();
  await expect.poll(places).toEqual(["Find: Search, Wait, Compare", "Buy: Pay", "Use: Open"]);

  // Over a step the line stands where the stage would: at the edge of the whole stage.
  const find = map.stage("Find");
  await carry(reader.page, await pointIn(map.stage("Use"), 0.3), await pointIn(map.stage("Wait"), 0.8));
  await expectMark(reader, { leftOf: map.stage("Buy") });
  const { x, y } = await pointIn(find, 0.2);
  await reader.page.mouse.move(x, y, { steps: 3 });
  await expectMark(reader, { leftOf: find });
  await reader.page.mouse.up();
  await expect.poll(places).toEqual(["Use: Open", "Find: Search, Wait, Compare", "Buy: Pay"]);

  const asks = map.laneHead("Asks");
  await carry(reader.page, await pointIn(map.laneHead("Does")), await pointIn(asks, 0.5, 0.8));
  await expectMark(reader, { below: asks });
  await reader.page.mouse.up();
  await expect.poll(() => map.lanes()).toEqual(["Asks", "Does", "Feels", "Stops"]);
});

test("a point of the curve follows the mouse, and stays where it is let loose", async () => {
  const { reader, map } = await opened();
  const point = curvePoint(map);
  const from = await pointIn(point);
  await carry(reader.page, from, { x: from.x, y: from.y - 30 });
  await expect.poll(() => feltAt(point)).toBeGreaterThan(0.6);
  await reader.page.mouse.up();
  const kept = async () => (await stepsOf()).get("Search")?.emotion?.ona?.claimed ?? 0.5;
  await expect.poll(kept).toBeGreaterThan(0.6);
  await map.untilSaved();
  const [first, shown] = [await kept(), () => feltAt(point)];
  await expect.poll(shown).toBe(first);
  // The curve goes from +2 to -2 over the height of its row.
  const { height = 0 } = (await map.row("Feels").boundingBox()) ?? {};
  expect(Math.abs(first - 0.5 - (30 / height) * 4)).toBeLessThan(0.4);
});

test("what is wished for is dragged beside what is claimed", async () => {
  const { reader, map } = await opened();
  const wish = map.row("Feels").getByRole("slider").nth(1);
  const from = await pointIn(wish);
  await carry(reader.page, from, { x: from.x, y: from.y + 20 });
  await expect.poll(() => feltAt(wish)).toBeLessThan(1);
  const shown = await feltAt(wish);
  await reader.page.mouse.up();
  await map.untilSaved();
  expect((await stepsOf()).get("Search")?.emotion).toEqual({ ona: { claimed: 0.5, wished: shown } });
});

test("Escape while dragging leaves everything as it was", async () => {
  const { reader, map } = await opened();
  const { page } = reader;
  const before = await mapOf(flow.server, id);
  const drags: [Locator, Locator][] = [
    [await card(map, "Search", "types"), await map.cell("Asks", "Pay")],
    [map.stage("Wait"), map.stage("Search")],
    [map.stage("Use"), map.stage("Find")],
    [map.laneHead("Does"), map.laneHead("Stops")],
  ];
  for (const [from, to] of drags) {
    await carry(page, await pointIn(from, 0.3), await pointIn(to));
    await mark(reader).waitFor();
    await page.keyboard.press("Escape");
    await ghost(reader).waitFor({ state: "detached" });
    await page.mouse.up();
  }
  const point = curvePoint(map);
  const from = await pointIn(point);
  await carry(page, from, { x: from.x, y: from.y + 40 });
  await expect.poll(() => feltAt(point)).toBeLessThan(0.5);
  await page.keyboard.press("Escape");
  await expect.poll(() => feltAt(point)).toBe(0.5);
  // It is let go of: the mouse that goes on with its button down moves nothing.
  await page.mouse.move(from.x, from.y - 40, { steps: 3 });
  await page.mouse.up();
  expect(await feltAt(point)).toBe(0.5);
  expect(await map.cards("Does", "Search")).toEqual(["types", "reads", "clicks"]);
  await map.untilSaved();
  expect(await mapOf(flow.server, id)).toEqual(before);
});

test("what is carried to the edge brings along what lies beyond it", async () => {
  const { reader, map } = await opened({ viewport: { width: 700, height: 500 } });
  const { page } = reader;
  const box = await page.locator("[data-scroller]").boundingBox();
  if (!box) throw new Error("the grid has a box");
  const y = (await pointIn(await card(map, "Search", "reads"))).y;
  await carry(page, await pointIn(await card(map, "Search", "reads")), { x: box.x + box.width - 12, y });
  // To its end: until then the map goes on moving below the mouse.
  const left = () =>
    page
      .locator("[data-scroller]")
      .evaluate(({ scrollWidth, scrollLeft, clientWidth }) => scrollWidth - scrollLeft - clientWidth);
  await expect.poll(left).toBeLessThan(2);
  await page.mouse.move(...at(await middleOf(await map.cell("Does", "Open"))), { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => map.cards("Does", "Open")).toEqual(["reads"]);
});

test("a finger that rests takes a card and a point, and one that swipes scrolls", async () => {
  const { reader, map } = await opened({ viewport: { width: 820, height: 600 }, hasTouch: true });
  const { page, words } = reader;
  const finger = await Finger.of(page);
  const reads = await card(map, "Search", "reads");
  await finger.press(await pointIn(reads));
  await page.getByText(words("editor-drag-start", { name: "reads" })).waitFor();
  const target = await map.cell("Asks", "Compare");
  await finger.moveTo(await middleOf(target));
  await expectMark(reader, { within: target });
  await finger.lift();
  await expect.poll(() => map.cards("Asks", "Compare")).toEqual(["reads"]);
  expect(await page.getByRole("menu").count()).toBe(0);

  // A quick swipe that begins on a card moves the map, not the card.
  const scroller = page.locator("[data-scroller]");
  const scrolled = () => scroller.evaluate(({ scrollTop, scrollLeft }) => scrollTop + scrollLeft);
  const before = await scrolled();
  const from = await pointIn(await card(map, "Search", "types"));
  await finger.swipe(from, { x: from.x - 90, y: from.y - 60 });
  expect(await ghost(reader).count()).toBe(0);
  await finger.lift();
  await expect.poll(scrolled).toBeGreaterThan(before);
  await untilStill(reader, scrolled);
  await scroller.evaluate((box) => box.scrollTo(0, 0));
  await untilStill(reader, scrolled);
  expect(await map.cards("Does", "Search")).toEqual(["types", "clicks"]);

  // One that rests and goes nowhere asks for the menu.
  await finger.press(await pointIn(await card(map, "Search", "types")));
  await page.getByText(words("editor-drag-start", { name: "types" })).waitFor();
  await finger.lift();
  await page.getByRole("menu").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("menu").waitFor({ state: "detached" });

  // A swipe that begins on a point of the curve scrolls, too; only a finger that rests there takes the point.
  const point = curvePoint(map);
  const start = await pointIn(point);
  const there = await scrolled();
  await finger.swipe(start, { x: start.x - 120, y: start.y });
  await finger.lift();
  await expect.poll(scrolled).toBeGreaterThan(there);
  await untilStill(reader, scrolled);
  expect(await feltAt(point)).toBe(0.5);
  const resting = await pointIn(point);
  await finger.press(resting);
  await page.locator("[role=slider][data-held]").waitFor();
  await finger.moveTo({ x: resting.x, y: resting.y + 40 });
  await finger.lift();
  await expect
    .poll(async () => (await stepsOf()).get("Search")?.emotion?.ona?.claimed ?? 0.5)
    .toBeLessThan(0.3);
});

async function opened(options: Parameters<Flow["owner"]>[0] = {}) {
  const reader = await flow.owner(options);
  return { reader, map: await MapView.open(reader, id) };
}

async function card(map: MapView, place: string, text: string): Promise<Locator> {
  return (await map.cell("Does", place)).locator("[data-card]").filter({ hasText: text });
}

function curvePoint(map: MapView): Locator {
  return map.row("Feels").getByRole("slider").first();
}

async function feltAt(point: Locator): Promise<number> {
  return Number(await point.getAttribute("aria-valuenow"));
}

/** Waits until a movement has come to its end. */
async function untilStill(reader: Reader, where: () => Promise<number>): Promise<void> {
  let before = Number.NaN;
  await reader.until("it has come to rest", async () => {
    const now = await where();
    const isStill = now === before;
    before = now;
    return isStill;
  });
}

const ghost = ({ page }: Reader) => page.locator("[data-drag=ghost]");
const mark = ({ page }: Reader) => page.locator("[data-drag=mark]");

/** Holds the line that shows where a thing would land to where it ought to be. */
async function expectMark(
  reader: Reader,
  near: Partial<Record<"above" | "below" | "leftOf" | "within", Locator>>,
): Promise<void> {
  const [[side, element] = []] = Object.entries(near);
  await reader.until(`the line is ${side} where it ought to be`, async () => {
    if ((await mark(reader).count()) === 0) return false;
    const [line, box] = [await mark(reader).boundingBox(), await element?.boundingBox()];
    if (!line || !box) return false;
    if (side === "above") return Math.abs(line.y - box.y) < 8;
    if (side === "below") return Math.abs(line.y - (box.y + box.height)) < 8;
    if (side === "leftOf") return Math.abs(line.x - box.x) < 8;
    const isBeside = line.x >= box.x && line.x + line.width <= box.x + box.width;
    return isBeside && line.y >= box.y && line.y <= box.y + box.height;
  });
}

/** In the page: takes a thing, carries it and lets go within one task, so that nothing is drawn in between. */
function flick(element: Element, { from, to }: { from: Point; to: Point }): void {
  const send = (target: EventTarget, type: string, { x, y }: Point) =>
    target.dispatchEvent(
      new MouseEvent(type, { bubbles: true, cancelable: true, clientX: x, clientY: y, button: 0 }),
    );
  send(element, "mousedown", from);
  send(document, "mousemove", { x: from.x + 10, y: from.y });
  send(document, "mousemove", to);
  send(document, "mouseup", to);
}

/** The middle of what may lie partly out of sight; nothing scrolls. */
async function middleOf(element: Locator): Promise<Point> {
  const box = await element.boundingBox();
  if (!box) throw new Error("nothing of it is drawn");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const at = ({ x, y }: Point): [number, number] => [x, y];

async function stages(): Promise<NonNullable<JourneyMap["stages"]>> {
  return (await mapOf(flow.server, id)).stages ?? [];
}

async function stepsOf() {
  const steps = (await stages()).flatMap(({ steps }) => steps ?? []);
  return new Map(steps.map((step) => [step.title as string, step]));
}

/** The stages with their steps, as the server has them. */
async function places(): Promise<string[]> {
  return (await stages()).map(
    ({ title, steps = [] }) => `${title}: ${(steps ?? []).map((step) => step.title).join(", ")}`,
  );
}
