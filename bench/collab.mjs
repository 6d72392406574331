/**
 * Measures editing together: how soon thirty people see each other's edits, what two hundred open maps cost, how fast a
 * long-edited map opens. Stock clients of npm y-websocket against a `kelias serve` of its own.
 *
 *     node bench/collab.mjs --kelias PATH [--strict] [--output FILE] [--only latency,memory,opening]
 *
 * Exit code 1 with --strict when a target is missed; 2 bad usage; 3 could not do it.
 */

import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const HERE = path.dirname(fileURLToPath(import.meta.url));
// The packages are those of the page.
const need = createRequire(path.join(HERE, "../web/package.json"));
const Y = need("yjs");
const { WebsocketProvider } = need("y-websocket");
const { WebSocket } = need("ws");

// Every stock provider wants to hear of the end of the process.
process.setMaxListeners(0);

const CLIENTS = 30;
const EDITS_EACH = 40;
const EDIT_EVERY_MS = 500;
const OPEN_MAPS = 200;
const LONG_EDITS = 50_000;
const OPENINGS = 5;

/** What is measured, what is aimed at. */
const TASKS = {
  latency: { title: `${CLIENTS} clients, until all see an edit, p95`, unit: "ms", target: 150, run: latency },
  memory: { title: `${OPEN_MAPS} open maps, memory of the server`, unit: "MB", target: 500, run: memory },
  opening: { title: `open a map of ${LONG_EDITS.toLocaleString("en")} edits`, unit: "ms", target: 300, run: opening },
};

/** A server with a data folder of its own. */
class Server {
  constructor(kelias) {
    this.kelias = kelias;
    this.data = mkdtempSync(path.join(os.tmpdir(), "kelias-bench-"));
    this.token = execFileSync(kelias, ["token", "new", "--data", this.data, "--name", "bench"], { encoding: "utf8" }).trim();
  }

  async start() {
    const options = ["serve", "--data", this.data, "--listen", "127.0.0.1:0", "--json"];
    this.process = spawn(this.kelias, options, { stdio: ["ignore", "pipe", "ignore"] });
    const failed = once(this.process, "exit").then(() => Promise.reject(new Error("the server does not start")));
    const [line] = await Promise.race([once(createInterface({ input: this.process.stdout }), "line"), failed]);
    this.url = JSON.parse(line).url;
    return this;
  }

  async stop() {
    const ended = once(this.process, "exit");
    this.process.kill("SIGTERM");
    await ended;
  }

  async remove() {
    if (this.process.exitCode === null) await this.stop();
    rmSync(this.data, { recursive: true, force: true });
  }

  async create(yaml) {
    const headers = { authorization: `Bearer ${this.token}`, "content-type": "application/yaml" };
    const answer = await fetch(`${this.url}/api/v1/maps`, { method: "POST", headers, body: yaml });
    if (!answer.ok) throw new Error(`cannot make a map: ${answer.status} ${await answer.text()}`);
    return answer.headers.get("location").split("/").at(-1);
  }

  /** Memory of the process that no other shares, and what it shares, in MB. */
  residentMb() {
    const status = readFileSync(`/proc/${this.process.pid}/status`, "utf8");
    return Number(status.match(/VmRSS:\s+(\d+) kB/)[1]) / 1024;
  }

  connect(map, doc = new Y.Doc()) {
    const provider = new WebsocketProvider(`${this.url.replace(/^http/, "ws")}/collab`, map, doc, {
      params: { token: this.token },
      WebSocketPolyfill: WebSocket,
      disableBc: true,
    });
    const synced = new Promise((done) => provider.once("sync", done));
    const destroy = () => {
      provider.destroy();
      provider.awareness.destroy();
      doc.destroy();
    };
    return { doc, provider, synced, destroy };
  }
}

/** Everybody sets a value of their own, twice a second, not in step, and notes when the others' arrive. */
async function latency(server) {
  const map = await server.create(example("coffee-shop"));
  const clients = Array.from({ length: CLIENTS }, () => server.connect(map));
  await Promise.all(clients.map((client) => client.synced));
  const sentAt = new Map();
  const delays = [];
  clients.forEach(({ doc }, reader) => {
    const felt = doc.getMap("emotions");
    felt.observe(({ keysChanged }, { local }) => {
      if (local) return;
      for (const key of keysChanged) {
        const sent = sentAt.get(`${key}=${felt.get(key)}`);
        if (sent !== undefined) delays.push(performance.now() - sent);
      }
    });
    // Somebody who edits also says where they are.
    clients[reader].provider.awareness.setLocalStateField("place", { place: `${reader}` });
  });
  const editing = clients.map(async ({ doc, provider }, writer) => {
    await pause((writer * EDIT_EVERY_MS) / CLIENTS);
    for (let edit = 0; edit < EDITS_EACH; edit += 1) {
      const key = `bench/${writer}/claimed`;
      sentAt.set(`${key}=${edit}`, performance.now());
      doc.getMap("emotions").set(key, edit);
      provider.awareness.setLocalStateField("place", { place: `${writer}`, edit });
      await pause(EDIT_EVERY_MS);
    }
  });
  await Promise.all(editing);
  const expected = CLIENTS * (CLIENTS - 1) * EDITS_EACH;
  for (let waited = 0; delays.length < expected && waited < 10_000; waited += 50) await pause(50);
  for (const client of clients) client.destroy();
  if (delays.length < expected) throw new Error(`${expected - delays.length} of ${expected} edits were not seen`);
  return [percentile(delays, 0.95)];
}

/** Maps of the size of the examples, one person at each. */
async function memory(server) {
  const names = ["coffee-shop", "childrens-clothes", "boiler-house", "telephone"];
  const yamls = names.map(example);
  const clients = [];
  for (let number = 0; number < OPEN_MAPS; number += 1) {
    const client = server.connect(await server.create(yamls[number % yamls.length]));
    await client.synced;
    client.doc.getText("head.purpose@").insert(0, "opened and edited ");
    clients.push(client);
  }
  await pause(3000);
  const used = server.residentMb();
  for (const client of clients) client.destroy();
  return [used];
}

/** A text written letter by letter, opened by somebody who has nothing, each time by a server that has just started. */
async function opening(server) {
  const map = await server.create(example("coffee-shop"));
  const writer = server.connect(map);
  await writer.synced;
  const text = writer.doc.getText("head.purpose@");
  const before = text.length;
  for (let edit = 0; edit < LONG_EDITS; edit += 1) {
    // Written here and there, so that the letters do not merge into one.
    text.insert((edit * 7919) % (text.length + 1), "x");
    if (edit % 500 === 499) await pause(1);
  }
  const reader = server.connect(map);
  await reader.synced;
  while (reader.doc.getText("head.purpose@").length < before + LONG_EDITS) await pause(50);
  writer.destroy();
  reader.destroy();
  const times = [];
  for (let turn = 0; turn < OPENINGS; turn += 1) {
    await server.stop();
    await server.start();
    const begun = performance.now();
    const client = server.connect(map);
    await client.synced;
    times.push(performance.now() - begun);
    if (client.doc.getText("head.purpose@").length !== before + LONG_EDITS) throw new Error("edits are missing");
    client.destroy();
  }
  return times;
}

function example(name) {
  return readFileSync(path.join(HERE, `../examples/${name}.journey.yaml`), "utf8");
}

function pause(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}

function percentile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** One row of the table. */
function line({ title, unit, target }, values) {
  const median = percentile(values, 0.5);
  const spread = values.length > 1 ? ` (${Math.min(...values).toFixed(0)}-${Math.max(...values).toFixed(0)})` : "";
  const met = median < target;
  return { cells: [title, `${median.toFixed(0)}${spread} ${unit}`, `< ${target} ${unit}`, met ? "yes" : "NO"], met };
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
  return { ...values, tasks };
}

async function main() {
  const { kelias, tasks, strict, output } = settings();
  const where = `${os.cpus()[0]?.model}, ${os.cpus().length} cores, load ${os.loadavg()[0].toFixed(2)} before; clients on the same machine`;
  const results = [];
  for (const name of tasks) {
    const server = await new Server(path.resolve(kelias)).start();
    try {
      const values = await TASKS[name].run(server);
      results.push({ name, values, ...line(TASKS[name], values) });
    } finally {
      await server.remove();
    }
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
