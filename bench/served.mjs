/** What the benchmarks of the server share: a server of their own, the words of the command line, and the table. */

import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

export const HERE = path.dirname(fileURLToPath(import.meta.url));
/** Packages of the page, whose versions are the ones people use. */
export const need = createRequire(path.join(HERE, "../web/package.json"));
const Y = need("yjs");
const { WebsocketProvider } = need("y-websocket");
const { WebSocket } = need("ws");

// Every stock provider wants to hear of the end of the process.
process.setMaxListeners(0);

/** A server with a data folder of its own. */
export class Server {
  constructor(kelias) {
    this.kelias = kelias;
    this.data = mkdtempSync(path.join(os.tmpdir(), "kelias-bench-"));
  }

  /** Answers when the server does; `more` are options of `kelias serve` beyond the usual ones. */
  async start(...more) {
    const options = ["serve", "--data", this.data, "--listen", "127.0.0.1:0", "--json", ...more];
    this.process = spawn(this.kelias, options, { stdio: ["ignore", "pipe", "ignore"] });
    const failed = once(this.process, "exit").then(() => Promise.reject(new Error("the server does not start")));
    const [line] = await Promise.race([once(createInterface({ input: this.process.stdout }), "line"), failed]);
    const { url, sign_in_url } = JSON.parse(line);
    Object.assign(this, { url, signIn: sign_in_url });
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

  get token() {
    const command = ["token", "new", "--data", this.data, "--name", "bench"];
    this.secret ??= execFileSync(this.kelias, command, { encoding: "utf8" }).trim();
    return this.secret;
  }

  /** Makes a map and answers its id. */
  async create(body, type = "application/yaml") {
    const headers = { authorization: `Bearer ${this.token}`, "content-type": type };
    const answer = await fetch(`${this.url}/api/v1/maps`, { method: "POST", headers, body });
    if (!answer.ok) throw new Error(`cannot make a map: ${answer.status} ${await answer.text()}`);
    return answer.headers.get("location").split("/").at(-1);
  }

  /** A stock client of a map. */
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

/** The value below which so large a share of all lies. */
export function percentile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/**
 * Runs a benchmark from the command line to its table. `tasks` are what is measured and what is aimed at: title, unit,
 * target (at most). `each` calls back for every task that is wanted and gives its values.
 */
export async function bench(tasks, note, each) {
  try {
    const { kelias, wanted, strict, output } = settings(tasks);
    const where = `${os.cpus()[0]?.model}, ${os.cpus().length} cores, load ${os.loadavg()[0].toFixed(2)} before; ${note}`;
    const results = [];
    await each(kelias, wanted, (name, values) => results.push({ name, values, ...line(tasks[name], values) }));
    const header = ["task", "kelias", "target", "met"];
    console.log(`${where}\n\n${asMarkdown([header, header.map(() => "---"), ...results.map(({ cells }) => cells)])}`);
    if (output) writeFileSync(output, `${JSON.stringify({ where, results }, null, 2)}\n`);
    process.exit(strict && results.some(({ met }) => !met) ? 1 : 0);
  } catch (error) {
    console.error(error.message);
    process.exit(3);
  }
}

function settings(tasks) {
  const options = {
    kelias: { type: "string" },
    only: { type: "string", default: Object.keys(tasks).join(",") },
    strict: { type: "boolean", default: false },
    output: { type: "string" },
  };
  const { values } = parseArgs({ options });
  if (!values.kelias || !existsSync(values.kelias)) usage("name the binary: --kelias PATH");
  const wanted = values.only.split(",");
  const unknown = wanted.find((task) => !(task in tasks));
  if (unknown !== undefined) usage(`\`${unknown}\` is none of ${Object.keys(tasks).join(", ")}`);
  return { ...values, kelias: path.resolve(values.kelias), wanted };
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
