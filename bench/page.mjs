/**
 * Measures the page: how much of it must be fetched, how soon a huge map is there, how it scrolls, how soon a letter
 * stands on the screen while five others write. Chromium (CHROMIUM names another) against a `kelias serve` of its own.
 *
 *     node bench/page.mjs --kelias PATH [--strict] [--output FILE] [--only start,portfolio,editor,opening,scrolling,typing]
 *
 * Exit code 1 with --strict when a target is missed; 2 bad usage; 3 could not do it.
 */

import { gzipSync } from "node:zlib";
import { bench, need, percentile, Server } from "./served.mjs";

const { chromium } = need("playwright-core");

const STAGES = 40;
const STEPS = 80;
const LANES = 20;
const CARDS = 2400;
const REPEATS = 5;
const WRITERS = 5;
const LETTERS = 120;
const CELL = '[role="gridcell"] [data-card]';

/** What is measured, what is aimed at. */
const TASKS = {
  start: { title: "first start to page served", unit: "ms", target: 1000, run: start },
  portfolio: { title: "JavaScript of the portfolio, gzip", unit: "KB", target: 200, run: portfolio },
  editor: { title: "JavaScript the editor adds, gzip", unit: "KB", target: 350, run: editor },
  opening: { title: `map of ${CARDS.toLocaleString("en")} cards opens`, unit: "ms", target: 1500, run: opening },
  scrolling: { title: "longest task while it scrolls", unit: "ms", target: 100, run: scrolling },
  typing: { title: `letter on the screen while ${WRITERS} write, p95`, unit: "ms", target: 50, run: typing },
};

/** Forty stages of two steps, twenty lanes, in turn one and two cards in a cell. */
function hugeMap() {
  const lanes = Array.from({ length: LANES }, (_, at) => ({ id: `lane-${at}`, kind: "text", title: `Lane ${at + 1}` }));
  const cards = (step, at) =>
    Array.from({ length: 1 + ((step + at) % 2) }, (_, card) => `Card ${card + 1} of step ${step + 1}, says what the customer does here`);
  const step = (number) => ({
    id: `step-${number}`,
    title: `Step ${number + 1}`,
    cells: Object.fromEntries(lanes.map(({ id }, at) => [id, cards(number, at)])),
  });
  const perStage = STEPS / STAGES;
  const stages = Array.from({ length: STAGES }, (_, at) => ({
    id: `stage-${at}`,
    title: `Stage ${at + 1}`,
    steps: Array.from({ length: perStage }, (_, number) => step(at * perStage + number)),
  }));
  return { kelias: 1, id: "huge", title: "Huge", language: "en", lanes, stages };
}

/** From the start of a process without any data to the page on the wire. */
async function start({ kelias }) {
  const times = [];
  for (let turn = 0; turn < REPEATS; turn += 1) {
    const begun = performance.now();
    const server = await new Server(kelias).start();
    await (await fetch(server.url)).text();
    times.push(performance.now() - begun);
    await server.remove();
  }
  return times;
}

/** Compressed size of all scripts that have been fetched when the locator is there. */
async function scriptsAt({ page, server }, address, locator) {
  const scripts = new Map();
  const note = async (response) => {
    const { pathname } = new URL(response.url());
    // What was fetched before is only asked about (304).
    if (response.ok() && pathname.endsWith(".js")) scripts.set(pathname, gzipSync(await response.body()).length);
  };
  const reading = [];
  const hear = (response) => reading.push(note(response));
  page.on("response", hear);
  await page.goto(server.url + address);
  await page.locator(locator).first().waitFor();
  await page.waitForLoadState("networkidle");
  await Promise.all(reading);
  page.off("response", hear);
  return scripts;
}

const kilobytes = (scripts) => [[...scripts.values()].reduce((sum, size) => sum + size, 0) / 1000];

async function portfolio(desk) {
  return kilobytes(await scriptsAt(desk, "/", "main a"));
}

async function editor(desk) {
  const before = await scriptsAt(desk, "/", "main a");
  const scripts = await scriptsAt(desk, "/maps/huge", CELL);
  return kilobytes(new Map([...scripts].filter(([name]) => !before.has(name))));
}

/** From following the address to a grid one can work in, with nothing kept from the time before. */
async function opening({ browser, cookies, server }) {
  const times = [];
  for (let turn = 0; turn < REPEATS; turn += 1) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.addCookies(cookies);
    const page = await context.newPage();
    const begun = performance.now();
    await page.goto(`${server.url}/maps/huge`, { waitUntil: "commit" });
    await page.locator(CELL).first().waitFor();
    times.push(performance.now() - begun);
    await context.close();
  }
  return times;
}

/** To the right and down to the end by the wheel, as hands do. */
async function scrolling({ page, server }) {
  await page.goto(`${server.url}/maps/huge`);
  await page.locator(CELL).first().waitFor();
  await page.waitForTimeout(3000);
  await page.evaluate(() => {
    window.longest = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
    });
    observer.observe({ type: "longtask" });
  });
  await page.mouse.move(800, 500);
  for (const [x, y] of [[400, 0], [0, 300], [-400, 0], [0, -300]]) {
    for (let turn = 0; turn < 40; turn += 1) {
      await page.mouse.wheel(x, y);
      await page.waitForTimeout(30);
    }
    const [left, top] = await scrolled(page);
    if ((x > 0 && left === 0) || (y > 0 && top === 0)) throw new Error("the map did not scroll");
  }
  return [await page.evaluate(() => window.longest)];
}

/** How far a scrolled box has been scrolled. */
const scrolled = (page) => page.locator("[data-scroller]").evaluate((box) => [box.scrollLeft, box.scrollTop]);

/** From the key to the frame that shows the letter, while others write into cards of their own. */
async function typing({ page, server }) {
  await page.goto(`${server.url}/maps/huge`);
  await page.locator(CELL).first().waitFor();
  const writers = Array.from({ length: WRITERS }, () => server.connect("huge"));
  await Promise.all(writers.map((writer) => writer.synced));
  const texts = [...writers[0].doc.share.keys()].filter((name) => name.endsWith(".text@"));
  const hands = writers.map(({ doc }, at) => {
    const text = doc.getText(texts[50 + at * 10]);
    return setInterval(() => text.insert(text.length, "x"), 150);
  });
  await page.locator(CELL).first().dblclick();
  await page.locator("[contenteditable=true]").waitFor();
  await page.waitForTimeout(1000);
  await page.evaluate(() => {
    window.delays = [];
    addEventListener("keydown", ({ timeStamp }) => {
      requestAnimationFrame(() => setTimeout(() => window.delays.push(performance.now() - timeStamp)));
    }, true);
  });
  await page.keyboard.type("write on ".repeat(LETTERS / 9 + 1).slice(0, LETTERS), { delay: 90 });
  await page.waitForTimeout(500);
  const delays = await page.evaluate(() => window.delays);
  for (const hand of hands) clearInterval(hand);
  for (const writer of writers) writer.destroy();
  if (delays.length < LETTERS) throw new Error(`${LETTERS - delays.length} letters were not seen`);
  return [percentile(delays, 0.95)];
}

/** Everything a task works with: the server with its huge map, and a browser whose owner has signed in. */
async function furnish(kelias) {
  const server = await new Server(kelias).start();
  await server.create(JSON.stringify(hugeMap()), "application/json");
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const context = await browser.newContext();
  await (await context.newPage()).goto(server.signIn);
  return { kelias, server, browser, cookies: await context.cookies() };
}

bench(TASKS, "browser and server on the same machine", async (kelias, wanted, note) => {
  const room = await furnish(kelias);
  try {
    for (const name of wanted) {
      const context = await room.browser.newContext({ viewport: { width: 1440, height: 900 } });
      await context.addCookies(room.cookies);
      note(name, await TASKS[name].run({ ...room, page: await context.newPage() }));
      await context.close();
    }
  } finally {
    await room.browser.close();
    await room.server.remove();
  }
});
