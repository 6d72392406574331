/**
 * Measures editing together: how soon thirty people see each other's edits, what two hundred open maps cost, how fast a
 * long-edited map opens, how soon an edit stands in its map file. Stock clients of npm y-websocket against a `kelias serve` of its own.
 *
 *     node bench/collab.mjs --kelias PATH [--strict] [--output FILE] [--only latency,memory,opening,writing]
 *
 * Exit code 1 with --strict when a target is missed; 2 bad usage; 3 could not do it.
 */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { bench, HERE, percentile, Server } from "./served.mjs";

const CLIENTS = 30;
const EDITS_EACH = 40;
const EDIT_EVERY_MS = 500;
const OPEN_MAPS = 200;
const LONG_EDITS = 50_000;
const OPENINGS = 5;
const WRITINGS = 20;

/** What is measured, what is aimed at. */
const TASKS = {
  latency: { title: `${CLIENTS} clients, until all see an edit, p95`, unit: "ms", target: 150, run: latency },
  memory: { title: `${OPEN_MAPS} open maps, memory of the server`, unit: "MB", target: 500, run: memory },
  opening: { title: `open a map of ${LONG_EDITS.toLocaleString("en")} edits`, unit: "ms", target: 300, run: opening },
  writing: { title: "an edit stands in its map file, p95", unit: "ms", target: 2000, run: writing },
};

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
  const used = residentMb(server);
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

/** From the edit of a map that nobody else edits until its file in the maps folder has it. */
async function writing(server) {
  const folder = path.join(server.data, "maps");
  const file = path.join(folder, "coffee-shop.journey.yaml");
  mkdirSync(folder);
  writeFileSync(file, example("coffee-shop"));
  await server.stop();
  await server.start("--maps", folder);
  const client = server.connect("coffee-shop");
  await client.synced;
  const times = [];
  for (let turn = 0; turn < WRITINGS; turn += 1) {
    const word = `written-${turn} `;
    const begun = performance.now();
    client.doc.getText("head.purpose@").insert(0, word);
    while (!readFileSync(file, "utf8").includes(word)) {
      if (performance.now() - begun > 60_000) throw new Error("the edit does not come to its file");
      await pause(5);
    }
    times.push(performance.now() - begun);
    await pause(300);
  }
  client.destroy();
  return [percentile(times, 0.95)];
}

function example(name) {
  return readFileSync(path.join(HERE, `../examples/${name}.journey.yaml`), "utf8");
}

function pause(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}

/** Memory of the process that no other shares, and what it shares, in MB. */
function residentMb(server) {
  const status = readFileSync(`/proc/${server.process.pid}/status`, "utf8");
  return Number(status.match(/VmRSS:\s+(\d+) kB/)[1]) / 1024;
}

bench(TASKS, "clients on the same machine", async (kelias, wanted, note) => {
  for (const name of wanted) {
    const server = await new Server(kelias).start();
    try {
      note(name, await TASKS[name].run(server));
    } finally {
      await server.remove();
    }
  }
});
