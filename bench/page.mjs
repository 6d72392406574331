/**
 * Measures the page: how much of it must be fetched, how soon a huge map is there, how it scrolls, how soon a letter
 * stands on the screen while five others write. Chromium (CHROMIUM names another) against a `kelias serve` of its own.
 *
 *     node bench/page.mjs --kelias PATH [--strict] [--output FILE] [--only start,portfolio,editor,opening,scrolling,typing]
 *
 * Exit code 1 with --strict when a target is missed; 2 bad usage; 3 could not do it.
 */

import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";

const HERE = path.dirname(fileURLToPath(import.meta.url));
// The packages are those of the page.
const need = createRequire(path.join(HERE, "../web/package.json"));
const Y = need("yjs");
const { WebsocketProvider } = need("y-websocket");
const { WebSocket } = need("ws");
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

/** A server with a data folder of its own. */
class Server {
  constructor(kelias) {
    this.kelias = kelias;
    this.data = mkdtempSync(path.join(os.tmpdir(), "kelias-bench-"));
  }

  async start() {
    const options = ["serve", "--data", this.data, "--listen", "127.0.0.1:0", "--json"];
    this.process = spawn(this.kelias, options, { stdio: ["ignore", "pipe", "ignore"] });
    const failed = once(this.process, "exit").then(() => Promise.reject(new Error("the server does not start")));
    const [line] = await Promise.race([once(createInterface({ input: this.process.stdout }), "line"), failed]);
    const { url, sign_in_url } = JSON.parse(line);
    Object.assign(this, { url, signIn: sign_in_url });
    return this;
  }

  async remove() {
    const ended = once(this.process, "exit");
    this.process.kill("SIGTERM");
    await ended;
    rmSync(this.data, { recursive: true, force: true });
  }

  /** Makes the huge map, and what reaches it without a browser. */
  async prepare() {
    this.token = execFileSync(this.kelias, ["token", "new", "--data", this.data, "--name", "bench"], { encoding: "utf8" }).trim();
    const headers = { authorization: `Bearer ${this.token}`, "content-type": "application/json" };
    const answer = await fetch(`${this.url}/api/v1/maps`, { method: "POST", headers, body: JSON.stringify(hugeMap()) });
    if (!answer.ok) throw new Error(`cannot make a map: ${answer.status} ${await answer.text()}`);
  }

  connect() {
    const provider = new WebsocketProvider(`${this.url.replace(/^http/, "ws")}/collab`, "huge", new Y.Doc(), {
      params: { token: this.token },
      WebSocketPolyfill: WebSocket,
      disableBc: true,
    });
    return new Promise((done) => provider.once("sync", () => done(provider)));
  }
}

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
  }
  return [await page.evaluate(() => window.longest)];
}

/** From the key to the frame that shows the letter, while others write into cards of their own. */
async function typing({ page, server }) {
  await page.goto(`${server.url}/maps/huge`);
  await page.locator(CELL).first().waitFor();
  const writers = await Promise.all(Array.from({ length: WRITERS }, () => server.connect()));
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

function percentile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** One row of the table. */
function line({ title, unit, target }, values) {
  const median = percentile(values, 0.5);
  const spread = values.length > 1 ? ` (${Math.min(...values).toFixed(0)}-${Math.max(...values).toFixed(0)})` : "";
  const met = median <= target;
  return { cells: [title, `${median.toFixed(0)}${spread} ${unit}`, `<= ${target} ${unit}`, met ? "yes" : "NO"], met };
}

function asMarkdown(rows) {
  return rows.map((row) => `| ${row.join(" | ")} |`).join("\n");
}

function usage(message) {
  console.error(message);
  process.exit(2);
}

function settings() {
  const options = {
    kelias: { type: "string" },
    only: { type: "string", default: Object.keys(TASKS).join(",") },
    strict: { type: "boolean", default: false },
    output: { type: "string" },
  };
  const { values } = parseArgs({ options });
  if (!values.kelias || !existsSync(values.kelias)) usage("name the binary: --kelias PATH");
  const tasks = values.only.split(",");
  const unknown = tasks.find((task) => !(task in TASKS));
  if (unknown !== undefined) usage(`\`${unknown}\` is none of ${Object.keys(TASKS).join(", ")}`);
  return { ...values, kelias: path.resolve(values.kelias), tasks };
}

/** Everything a task works with: the server with its huge map, and a browser whose owner has signed in. */
async function furnish(kelias) {
  const server = await new Server(kelias).start();
  await server.prepare();
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const context = await browser.newContext();
  await (await context.newPage()).goto(server.signIn);
  return { kelias, server, browser, cookies: await context.cookies() };
}

async function main() {
  const { kelias, tasks, strict, output } = settings();
  const where = `${os.cpus()[0]?.model}, ${os.cpus().length} cores, load ${os.loadavg()[0].toFixed(2)} before; browser and server on the same machine`;
  const room = await furnish(kelias);
  const results = [];
  try {
    for (const name of tasks) {
      const context = await room.browser.newContext({ viewport: { width: 1440, height: 900 } });
      await context.addCookies(room.cookies);
      const values = await TASKS[name].run({ ...room, page: await context.newPage() });
      results.push({ name, values, ...line(TASKS[name], values) });
      await context.close();
    }
  } finally {
    await room.browser.close();
    await room.server.remove();
  }
  const header = ["task", "kelias", "target", "met"];
  console.log(`${where}\n\n${asMarkdown([header, header.map(() => "---"), ...results.map(({ cells }) => cells)])}`);
  if (output) writeFileSync(output, `${JSON.stringify({ where, results }, null, 2)}\n`);
  process.exit(strict && results.some(({ met }) => !met) ? 1 : 0);
}

main().catch((error) => {
  console.error(error.message);
  process.exit(3);
});
