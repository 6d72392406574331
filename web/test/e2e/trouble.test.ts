import { beforeEach, expect, test } from "vitest";
import { Flow } from "./support/flow";
import { MapView } from "./support/map";
import { mapOf } from "./support/server";

const flow = Flow.ofFile();

// A test that failed may have left the server dead.
beforeEach(async () => {
  await flow.server.kill();
  await flow.server.restart();
});

const HERE = ["Does", "Pays"] as const;

/** A map of one lane, open in two windows. */
async function openTwice(id: string): Promise<readonly [MapView, MapView]> {
  await flow.server.create(shop(id));
  const [ada, ben] = [await flow.owner(), await flow.owner()];
  return [await MapView.open(ada, id), await MapView.open(ben, id)];
}

/** Waits until both show the same cards, and the server has them. */
async function untilAlike(id: string, views: readonly MapView[], cards: readonly string[]): Promise<void> {
  for (const view of views) {
    await expect.poll(async () => (await view.cards(...HERE)).toSorted(), { timeout: 40_000 }).toEqual(cards);
    await view.untilSaved();
  }
  expect(await views[0]?.cards(...HERE)).toEqual(await views[1]?.cards(...HERE));
  const kept = JSON.stringify(await mapOf(flow.server, id));
  for (const card of cards) expect(kept).toContain(card);
}

test("somebody goes offline, edits on, and comes back: the sign says so, and both sides are there", async () => {
  const [ada, ben] = await openTwice("offline");
  const away = flow.readers[0];
  await ada.add(...HERE, "before the tunnel");
  await ada.untilSaved();
  await away?.context.setOffline(true);
  await ada.untilState("offline");
  await ada.add(...HERE, "in the tunnel");
  await ben.add(...HERE, "at the desk");
  await ben.untilSaved();
  await expect.poll(() => ada.cards(...HERE)).toEqual(["before the tunnel", "in the tunnel"]);
  await expect.poll(() => ben.cards(...HERE)).toEqual(["before the tunnel", "at the desk"]);
  await away?.context.setOffline(false);
  await untilAlike("offline", [ada, ben], ["at the desk", "before the tunnel", "in the tunnel"]);
});

test("what was edited offline is there after the page was closed and opened again", async () => {
  const [ada, ben] = await openTwice("closed");
  const away = flow.readers[0];
  if (!away) throw new Error("nobody is away");
  await ada.untilSaved();
  await flow.server.kill();
  await ada.untilState("offline");
  await ada.add(...HERE, "kept in this browser");
  // Until the edit is on this device's disk the page asks not to be left.
  await away.until("leaving loses nothing", () =>
    away.page.evaluate(() => window.dispatchEvent(new Event("beforeunload", { cancelable: true }))),
  );
  await away.page.goto("about:blank");
  await flow.server.restart();
  const again = await MapView.open(away, "closed");
  await untilAlike("closed", [again, ben], ["kept in this browser"]);
});

test("the server is killed while two are writing, and started again: nothing is lost", async () => {
  const [ada, ben] = await openTwice("killed");
  await ada.add(...HERE, "acknowledged");
  await ada.untilSaved();
  const writing = Promise.all([
    ada.add(...HERE, "written by Ada while it died"),
    ben.add(...HERE, "and by Ben"),
  ]);
  await flow.server.kill();
  await writing;
  await Promise.all([ada.untilState("offline"), ben.untilState("offline")]);
  await ada.add(...HERE, "while it was down");
  await flow.server.restart();
  const cards = ["acknowledged", "and by Ben", "while it was down", "written by Ada while it died"];
  await untilAlike("killed", [ada, ben], cards);
});

test("the server goes away as soon as the map is there: it stays, and what could not be fetched comes later", async () => {
  await flow.server.create(shop("sudden"));
  const ada = await flow.owner();
  const { page } = ada;
  // Nothing that is fetched ahead of its use arrives.
  await page.route(/\/assets\/(TextEditor|Notices|DetailsPanel|HistoryPanel)/, (route) => route.abort());
  const map = await MapView.open(ada, "sudden");
  await map.untilSaved();
  await flow.server.kill();
  await map.untilState("offline");
  // The corner for messages is asked for five seconds after the page has come.
  await page.waitForRequest(/Notices/);
  const cell = await map.cell(...HERE);
  await cell.click();
  await page.keyboard.type("written before there was anything to write in");
  await page.keyboard.press("Enter");
  await expect.poll(() => map.cards(...HERE)).toEqual(["written before there was anything to write in"]);

  await page.unrouteAll();
  await flow.server.restart();
  await map.untilSaved();
  await map.edit(...HERE, "written before");
  await map.type(", and after");
  await map.leave();
  await untilAlike("sudden", [map, map], ["written before there was anything to write in, and after"]);
});

function shop(id: string): string {
  return `kelias: 1
id: ${id}
title: Shop
language: en
lanes:
  - id: does
    kind: text
    title: Does
stages:
  - id: buy
    title: Buys
    steps:
      - id: looks
        title: Looks
      - id: pays
        title: Pays
`;
}
