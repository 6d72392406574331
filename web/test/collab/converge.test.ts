import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { Client, type ClientOptions } from "./client";
import { Server, SHOP } from "./server";

let server: Server;
const clients: Client[] = [];

function connect(options?: ClientOptions): Client {
  const client = new Client(server, options);
  clients.push(client);
  return client;
}

beforeAll(async () => {
  server = await Server.start();
  await server.create(SHOP);
});

afterEach(() => {
  for (const client of clients.splice(0)) client.destroy();
});

afterAll(async () => {
  await server.remove();
});

test("two stock clients see each other's edits", async () => {
  const [ada, ben] = [connect(), connect()];
  await Promise.all([ada.synced(), ben.synced()]);
  expect(ada.title.toString()).toBe("Shop");
  ada.title.insert(4, " of books");
  await ben.until("ben sees it", () => ben.title.toString() === "Shop of books");
  ben.title.insert(ben.title.length, " and maps");
  await ada.until("ada sees it", () => ada.title.toString() === "Shop of books and maps");
  const map = await (
    await server.ask("GET", "/api/v1/maps/shop", undefined, { accept: "application/json" })
  ).json();
  expect(map.title).toBe("Shop of books and maps");
});

test("both sides of a time offline are there after it", async () => {
  const [ada, ben] = [connect(), connect()];
  await Promise.all([ada.synced(), ben.synced()]);
  ada.provider.disconnect();
  for (const letter of "on a train ") ada.text.insert(ada.text.length, letter);
  ben.text.insert(0, "at the desk ");
  await ben.acknowledged();
  ada.provider.connect();
  await ada.synced();
  const whole = (text: string) => text.includes("on a train ") && text.includes("at the desk ");
  await ben.until("ben has both", () => whole(ben.text.toString()));
  await ada.until("ada has both", () => whole(ada.text.toString()));
  expect(ada.text.toString()).toBe(ben.text.toString());
});

test("what was written before the first connection arrives", async () => {
  const doc = new Y.Doc();
  doc.getText("head.owner-note@").insert(0, "written first");
  const ada = connect({ doc });
  await ada.synced();
  await ada.acknowledged();
  const ben = await connect().synced();
  expect(ben.doc.getText("head.owner-note@").toString()).toBe("written first");
});

test("people see who is here and who has left", async () => {
  const [ada, ben] = [connect(), connect()];
  await Promise.all([ada.synced(), ben.synced()]);
  ada.provider.awareness.setLocalStateField("place", { place: "buy", lane: null });
  const seen = () => ben.provider.awareness.getStates().get(ada.doc.clientID)?.place;
  await ben.until("ben sees where ada is", () => seen()?.place === "buy");
  ada.provider.disconnect();
  await ben.until("ben sees that ada left", () => !ben.provider.awareness.getStates().has(ada.doc.clientID));
});

test("a client alone stays connected longer than stock clients bear silence", async () => {
  const ada = connect();
  await ada.synced();
  let breaks = 0;
  ada.provider.on("connection-close", () => {
    breaks += 1;
  });
  await new Promise((done) => setTimeout(done, 40_000));
  expect(breaks).toBe(0);
  await ada.acknowledged();
});

test("the log is compacted under a hand that goes on writing", async () => {
  const [ada, ben] = [connect(), connect()];
  await Promise.all([ada.synced(), ben.synced()]);
  const before = ada.text.toString();
  let expected = "";
  for (let number = 0; number < 5000; number += 1) {
    const word = `${number} `;
    ada.text.insert(ada.text.length, word);
    expected += word;
    if (number % 100 === 99) await ada.acknowledged();
  }
  await ada.acknowledged();
  await ben.until("ben has it all", () => ben.text.toString() === before + expected);
  await server.kill();
  for (const client of clients.splice(0)) client.destroy();
  await server.restart();
  const late = await connect().synced();
  expect(late.text.toString()).toBe(before + expected);
});

test("an update that refers to what does not exist harms nobody", async () => {
  const [ada, ben] = [connect(), connect()];
  await Promise.all([ada.synced(), ben.synced()]);
  const elsewhere = new Y.Doc();
  const text = elsewhere.getText("head.title@");
  text.insert(0, "never sent");
  const known = Y.encodeStateVector(elsewhere);
  text.insert(5, " and nowhere to go");
  ada.sendUpdate(Y.encodeStateAsUpdate(elsewhere, known));
  ada.title.insert(0, "The ");
  await ada.acknowledged();
  await ben.until("ben sees the edit", () => ben.title.toString().startsWith("The "));
  const late = await connect().synced();
  expect(late.title.toString()).toBe(ben.title.toString());
  await server.ask("GET", "/api/v1/maps/shop");
});
