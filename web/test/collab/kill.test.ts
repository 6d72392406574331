import { afterAll, beforeAll, expect, test } from "vitest";
import { Client } from "./client";
import { Server, SHOP } from "./server";

const ROUNDS = 50;
const CLIENTS = 10;

/** Moments of death: the same on every run for one seed. */
const SEED = Number(process.env.KELIAS_SEED ?? 1);

let server: Server;

beforeAll(async () => {
  server = await Server.start();
  await server.create(SHOP);
});

afterAll(async () => {
  await server.remove();
});

test("nothing acknowledged is lost when the server is killed under ten editing clients, fifty times", async () => {
  const random = generator(SEED);
  const acknowledged = new Set<string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    await editUntilKilled(round, 30 + random() * 400, acknowledged);
    await server.restart();
    // Somebody who has nothing of their own: what is missing now was lost by the server.
    const late = await new Client(server).synced();
    const kept = new Set(late.text.toString().split(" "));
    for (const record of late.doc.getMap("tags").keys()) kept.add(record);
    late.destroy();
    const lost = [...acknowledged].filter((mark) => !kept.has(mark));
    expect(lost, `round ${round}, seed ${SEED}`).toEqual([]);
  }
  expect(acknowledged.size).toBeGreaterThan(ROUNDS * CLIENTS);
}, 300_000);

/** Ten new clients edit until the server dies under them; what it acknowledged is added to the set. */
async function editUntilKilled(
  round: number,
  milliseconds: number,
  acknowledged: Set<string>,
): Promise<void> {
  const clients = Array.from({ length: CLIENTS }, () => new Client(server));
  await Promise.all(clients.map((client) => client.synced()));
  const editing = clients.map((client, number) => edit(client, `${round}-${number}`, acknowledged));
  await new Promise((done) => setTimeout(done, milliseconds));
  await server.kill();
  await Promise.all(editing);
  for (const client of clients) client.destroy();
}

/** Edits a text and a table without pause, asking now and then what is kept, until the connection breaks. */
async function edit(client: Client, name: string, acknowledged: Set<string>): Promise<void> {
  for (let number = 0; ; number += 1) {
    const marks = [`${name}-${number}-text`, `${name}-${number}-table`] as const;
    client.text.insert(number % 2 ? client.text.length : 0, ` ${marks[0]} `);
    client.doc.getMap("tags").set(marks[1], number);
    try {
      await client.acknowledged();
    } catch {
      return;
    }
    for (const mark of marks) acknowledged.add(mark);
  }
}

/** Numbers from 0 to 1 that look random (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}
