import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
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

test("a viewer follows edits, and is out with one of their own", async () => {
  const { headers } = await server.guest("shop", false);
  const [viewer, ada] = [connect({ headers }), connect()];
  await Promise.all([viewer.synced(), ada.synced()]);
  ada.title.insert(0, "My ");
  await viewer.until("the viewer sees it", () => viewer.title.toString() === "My Shop");
  const closed = viewer.closed();
  viewer.title.insert(0, "Not ");
  expect(await closed).toBe(4403);
  await ada.acknowledged();
  expect(ada.title.toString()).toBe("My Shop");
});

test("a viewer who edited offline does not bring it in", async () => {
  const { headers } = await server.guest("shop", false);
  const viewer = await connect({ headers }).synced();
  viewer.provider.disconnect();
  viewer.text.insert(0, "smuggled in");
  viewer.provider.connect();
  await viewer.synced();
  const late = await connect().synced();
  expect(late.text.toString()).toBe("");
});

test("a guest who may edit does", async () => {
  const { headers } = await server.guest("shop", true);
  const [guest, ada] = [connect({ headers }), connect()];
  await Promise.all([guest.synced(), ada.synced()]);
  guest.title.insert(guest.title.length, "!");
  await ada.until("ada sees it", () => ada.title.toString().endsWith("!"));
});

test("a revoked link puts its guests out, and a stock client stays out", async () => {
  const { headers, link } = await server.guest("shop", true);
  const guest = await connect({ headers }).synced();
  const closed = guest.closed();
  await server.ask("DELETE", `/api/v1/maps/shop/links/${link}`);
  expect(await closed).toBe(4401);
  expect(guest.provider.shouldConnect).toBe(false);
});

test("a token revoked at the command line is out within seconds, and replaying it does not help", async () => {
  const token = await server.token2();
  const listed = JSON.parse(await server.tokens("list", "--json"));
  const client = await connect({ params: { token } }).synced();
  const closed = client.closed();
  const ids: string[] = listed.tokens.map((row: { id: string }) => row.id);
  await server.tokens("revoke", ids.at(-1) ?? "");
  expect(await closed).toBe(4401);
  expect(await connect({ params: { token } }).closed()).toBe(4401);
});

test("tokens of another server, secrets of another kind and no token at all", async () => {
  const other = await Server.start();
  const { headers } = await server.guest("shop", true);
  const session = headers.cookie?.split("=")[1] ?? "";
  for (const params of [
    { token: other.token },
    { token: session },
    { token: "" },
    { token: "a".repeat(5000) },
  ]) {
    expect(await connect({ params }).closed()).toBe(4401);
  }
  expect(await connect({ params: {} }).closed()).toBe(4401);
  await other.remove();
});

test("a map that is gone", async () => {
  await server.create(SHOP.replace("id: shop", "id: fleeting"));
  const client = await connect({ map: "fleeting" }).synced();
  const closed = client.closed();
  await server.ask("DELETE", "/api/v1/maps/fleeting");
  expect(await closed).toBe(4404);
  expect(await connect({ map: "never-was" }).closed()).toBe(4404);
});

test.each<[string, () => Uint8Array | string, number]>([
  ["bytes without meaning", () => new Uint8Array([9, 9, 9, 9]), 4400],
  ["an empty message", () => new Uint8Array(), 4400],
  ["a text", () => "hello", 4400],
  ["an update that is none", () => new Uint8Array([0, 2, 4, 255, 255, 255, 15]), 4400],
  [
    "a state vector that promises a billion entries",
    () => new Uint8Array([0, 0, 5, 128, 148, 235, 220, 3]),
    4400,
  ],
  ["a presence that is no JSON", () => new Uint8Array([1, 5, 1, 1, 1, 1, 123]), 4400],
  ["a message longer than 16 MiB", () => new Uint8Array(17 * 1024 * 1024), 4413],
])("%s", async (_, message, code) => {
  const [bad, good] = [connect(), connect()];
  await Promise.all([bad.synced(), good.synced()]);
  const closed = bad.closed();
  bad.provider.ws?.send(message());
  expect(await closed).toBe(code);
  await good.acknowledged();
});
