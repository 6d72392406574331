import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import { beforeEach, expect, test } from "vitest";
import { Flow } from "./support/flow";
import { pointIn } from "./support/hands";
import { MapView } from "./support/map";
import type { Reader } from "./support/reader";
import { mapOf } from "./support/server";

const flow = Flow.ofFile();

/** Every test has a map of its own. */
let id = "";
let count = 0;

beforeEach(async () => {
  count += 1;
  id = `pictures-${count}`;
  await flow.server.create(`kelias: 1
id: ${id}
title: Pictures
language: en
personas:
  - { id: ona, name: Ona }
lanes:
  - { id: does, kind: text, title: Does }
  - { id: looks, kind: image, title: Looks }
stages:
  - id: find
    title: Find
    steps:
      - { id: search, title: Search }
      - { id: compare, title: Compare, touchpoints: [{ id: site, title: Site }] }
`);
});

test("a picture is pasted into a cell of pictures and stays, with and without words", async () => {
  const { reader, map } = await opened();
  const cell = await map.cell("Looks", "Search");
  await cell.click({ position: { x: 4, y: 4 } });
  await paste(reader, await picture(reader));
  // It asks for a description; one may leave it without.
  await leaveUndescribed(reader, map);
  await expectDrawn(cell);
  const other = await map.cell("Looks", "Compare");
  await other.click({ position: { x: 4, y: 4 } });
  await paste(reader, await picture(reader, "#00806a"));
  await map.type("The list of hits");
  await map.leave();
  await map.untilSaved();
  const { steps = [] } = (await mapOf(flow.server, id)).stages?.[0] ?? {};
  expect(steps?.map(({ cells }) => cells)).toMatchObject([
    { looks: [{ image: expect.stringMatching(/^images\//) }] },
    { looks: [{ image: expect.stringMatching(/^images\//), text: "The list of hits" }] },
  ]);

  await reader.page.reload();
  await map.grid.waitFor();
  await expectDrawn(await map.cell("Looks", "Search"));
  await expectDrawn(await map.cell("Looks", "Compare"));
});

test("a picture for another lane goes to the lane of pictures; a map without one gets one", async () => {
  const { reader, map } = await opened();
  const { page, words } = reader;
  const cell = await map.cell("Does", "Search");
  await cell.click({ position: { x: 4, y: 4 } });
  await paste(reader, await picture(reader));
  await page.getByText(words("editor-picture-in-lane")).waitFor();
  await leaveUndescribed(reader, map);
  await expectDrawn(await map.cell("Looks", "Search"));
  expect(await map.cards("Does", "Search")).toEqual([]);

  await map.laneHead("Looks").click();
  await page.keyboard.press("Delete");
  await expect.poll(() => map.lanes()).toEqual(["Does"]);
  await drop(reader, await map.cell("Does", "Compare"), [await picture(reader)]);
  const lane = words("editor-lane-title-image");
  await expect.poll(() => map.lanes()).toEqual(["Does", lane]);
  await leaveUndescribed(reader, map);
  await expectDrawn(await map.cell(lane, "Compare"));
  // One step of undo takes both away.
  await page.getByRole("button", { name: words("editor-undo") }).click();
  await expect.poll(() => map.lanes()).toEqual(["Does"]);
});

test("files that are dropped stay on the page: pictures in the cell, others with words about what to do", async () => {
  const { reader, map } = await opened();
  const { page, words } = reader;
  const cell = await map.cell("Looks", "Search");
  await drop(reader, cell, [await picture(reader), await picture(reader, "#00806a")]);
  await expect.poll(() => cell.locator("img[src]").count()).toBe(2);
  expect(await map.writing.count()).toBe(0);

  const wrong = { name: "notes.pdf", type: "application/pdf", bytes: Buffer.from("%PDF-1.7") };
  await drop(reader, cell, [wrong]);
  await page.getByText(words("editor-picture-wrong", { name: "notes.pdf" })).waitFor();
  await drop(reader, page.getByRole("banner"), [await picture(reader)]);
  await page.getByText(words("editor-picture-where")).waitFor();
  const broken = { name: "broken.png", type: "image/png", bytes: Buffer.from("no picture") };
  await drop(reader, cell, [broken]);
  await page.getByText(words("editor-picture-unread")).waitFor();
  await drop(reader, cell, [{ name: "huge.png", type: "image/png", bytes: Buffer.alloc(21 * 1024 * 1024) }]);
  await page.getByText(words("editor-picture-large")).waitFor();
  expect(await cell.locator("img[src]").count()).toBe(2);
  expect(page.url()).toContain(id);
});

test("a portrait is dropped on the persona, and another is pasted", async () => {
  const { reader, map } = await opened();
  const { page, words } = reader;
  const panel = await map.openPanel("personas-panel");
  const portrait = panel.getByRole("img", { name: words("personas-picture-of", { name: "Ona" }) });
  await drop(reader, panel.getByRole("button", { name: words("personas-picture-add") }), [
    await picture(reader),
  ]);
  await expectDrawn(panel);
  const first = await portrait.getAttribute("src");
  // Nothing of the persona has the focus: a picture that is pasted now is meant for the open portrait still.
  await paste(reader, await picture(reader, "#00806a"));
  await expect.poll(() => portrait.getAttribute("src")).not.toBe(first);
  const second = await portrait.getAttribute("src");
  expect(await map.grid.locator("img").count()).toBe(0);
  await map.untilSaved();

  await page.reload();
  await map.grid.waitFor();
  await expect.poll(() => portrait.getAttribute("src")).toBe(second);
  await expectDrawn(panel);
});

async function opened() {
  const reader = await flow.owner();
  return { reader, map: await MapView.open(reader, id) };
}

/** Ends the writing that a new picture begins, as soon as it has the focus. */
async function leaveUndescribed({ page }: Reader, map: MapView): Promise<void> {
  await map.writing.and(page.locator(":focus")).waitFor();
  await map.leave();
}

/** A file as it lies on a disk. */
interface Given {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** A small picture of one colour, drawn by the browser itself. */
async function picture({ page }: Reader, colour = "#b3541e"): Promise<Given> {
  const bytes = await page.evaluate((colour) => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [64, 40];
    const pen = canvas.getContext("2d");
    if (!pen) throw new Error("nothing to draw with");
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 64, 40);
    return canvas.toDataURL("image/png").split(",")[1] ?? "";
  }, colour);
  return { name: `${colour.slice(1)}.png`, type: "image/png", bytes: Buffer.from(bytes, "base64") };
}

/** Puts a picture on the clipboard of the browser, and pastes it where one is. */
async function paste({ page, context }: Reader, { bytes, type }: Given): Promise<void> {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(
    async ({ base64, type }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      await navigator.clipboard.write([new ClipboardItem({ [type]: new Blob([bytes], { type }) })]);
    },
    { base64: bytes.toString("base64"), type },
  );
  await page.keyboard.press("Control+v");
}

/** Drags files from a folder over the target and lets them go. */
async function drop({ page, context }: Reader, target: Locator, files: readonly Given[]): Promise<void> {
  const paths = files.map(({ name, bytes }) => {
    const path = join(flow.server.data, name);
    writeFileSync(path, bytes);
    return path;
  });
  const session = await context.newCDPSession(page);
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  const at = await pointIn(target);
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await session.send("Input.dispatchDragEvent", { type, ...at, data });
  }
}

/** Waits until a picture is not only named but drawn. */
async function expectDrawn(where: Locator): Promise<void> {
  const image = where.locator("img[src]").first();
  await image.scrollIntoViewIfNeeded();
  const width = () => image.evaluate((one) => (one as HTMLImageElement).naturalWidth);
  await expect.poll(width).toBe(64);
}
