// The product open to use: the example maps on a server, the events of a web shop in its lake, their map measured.
// usage: node scripts/demo.mjs KELIAS | stop
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const root = resolve(import.meta.dirname, "..");
const home = join(root, "demo");
const pidFile = join(home, "server.pid");
const outputFile = join(home, "server.out");
const logFile = join(home, "server.log");
const EVENTS = join(root, "examples/ecom/ecom.csv.gz");
const MEASURED = "web-shop";
const START_SECONDS = 30;

const [kelias] = process.argv.slice(2);
if (!kelias) throw new Error("usage: node scripts/demo.mjs KELIAS | stop");
await stop();
if (kelias !== "stop") await demo();

async function demo() {
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home);
  const data = join(home, "data");
  const run = (...args) => execFileSync(kelias, args, { stdio: "inherit", cwd: root });
  await step("31,106 events of a web shop into a lake", () => run("import", EVENTS, "--lake", join(data, "lake")));
  const server = await step("the server", () => serve(data));
  const token = execFileSync(kelias, ["token", "new", "--data", data, "--name", "demo"], { encoding: "utf8" }).trim();
  const api = caller(server.url, token);
  await step("the example maps", () => upload(api));
  await step("the web shop's map measured by its events", () => measure(api));
  await step("its poster", async () => {
    const poster = await api("GET", `/maps/${MEASURED}/poster.pdf`);
    writeFileSync(join(home, "web-shop.pdf"), Buffer.from(await poster.arrayBuffer()));
  });
  console.log(`\nposter: ${join(home, "web-shop.pdf")}`);
  console.log(`the page, already signed in (once): ${server.sign_in_url}`);
  console.log("stop the server with: make demo-stop");
  open(server.sign_in_url);
}

async function step(what, work) {
  console.log(`\n== ${what}`);
  const start = performance.now();
  const result = await work();
  console.log(`   ${((performance.now() - start) / 1000).toFixed(3)} s`);
  return result;
}

/** Starts the server as a process of its own, which outlives this one, and waits until it answers. */
async function serve(data) {
  const stdio = ["ignore", openSync(outputFile, "w"), openSync(logFile, "w")];
  const args = ["serve", "--data", data, "--listen", "127.0.0.1:0", "--json"];
  const server = spawn(kelias, args, { cwd: root, detached: true, stdio });
  let ended = false;
  server.on("exit", () => {
    ended = true;
  });
  writeFileSync(pidFile, String(server.pid));
  server.unref();
  for (let waited = 0; waited < START_SECONDS && !ended; waited += 0.05) {
    const line = readFileSync(outputFile, "utf8").split("\n", 1)[0];
    if (line.endsWith("}")) return JSON.parse(line);
    await sleep(50);
  }
  throw new Error(`the server did not start; its log is ${logFile}:\n${readFileSync(logFile, "utf8").slice(-2000)}`);
}

function caller(url, token) {
  return async (method, path, body, type) => {
    const headers = { Authorization: `Bearer ${token}`, ...(type && { "Content-Type": type }) };
    const answer = await fetch(`${url}/api/v1${path}`, { method, headers, body });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
}

async function upload(api) {
  const files = readdirSync(join(root, "examples"), { recursive: true, encoding: "utf8" });
  const maps = files.filter((file) => file.endsWith(".journey.yaml")).sort();
  for (const file of maps) {
    await api("POST", "/maps?folder=Examples", readFileSync(join(root, "examples", file)), "application/yaml");
  }
  console.log(`${maps.length} maps`);
}

async function measure(api) {
  let job = await (await api("POST", `/maps/${MEASURED}/measurement`)).json();
  const id = job.job ?? job.id;
  for (job = { state: "running" }; job.state === "running"; ) {
    await sleep(50);
    job = await (await api("GET", `/jobs/${id}`)).json();
  }
  if (job.state !== "done") throw new Error(`measuring ${MEASURED} ended as ${job.state}: ${job.message ?? ""}`);
}

/** Stops the server of an earlier run and waits until it is gone. */
async function stop() {
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, "utf8"));
  rmSync(pidFile);
  // Another process may have the number by now.
  const command = `/proc/${pid}/cmdline`;
  // What has ended but was not waited for has an empty command line.
  const isRunning = () => {
    try {
      return readFileSync(command, "utf8").includes(home);
    } catch {
      return false;
    }
  };
  if (!isRunning()) return;
  process.kill(pid, "SIGTERM");
  while (isRunning()) await sleep(50);
}

function open(url) {
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
  const browser = spawn("xdg-open", [url], { detached: true, stdio: "ignore" });
  browser.on("error", () => {});
  browser.unref();
}
