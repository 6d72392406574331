import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Measurement } from "@/features/editor/measured/measurement";
import { binary } from "../collab/server";
import { Flow } from "./support/flow";
import { MapView } from "./support/map";

const flow = Flow.ofFile();
const ECOM = new URL("../../../examples/ecom/", import.meta.url).pathname;
/** How long a busy machine may measure, in milliseconds. */
const MEASURED_WITHIN = 90_000;

test("a map is measured from the page, and shows what it was measured by", {
  timeout: 3 * MEASURED_WITHIN,
}, async () => {
  const lake = join(flow.server.data, "lake");
  execFileSync(binary(), ["import", `${ECOM}ecom.csv.gz`, "--lake", lake], { stdio: "ignore" });
  await flow.server.create(readFileSync(`${ECOM}web-shop.journey.yaml`, "utf8"));
  // So wide that no column waits out of sight.
  const owner = await flow.owner({ viewport: { width: 3000, height: 900 } });
  const { page, words } = owner;
  const map = await MapView.open(owner, "web-shop");
  const panel = await map.openPanel("editor-panel-measurement");
  await panel.getByText(words("editor-measured-never")).waitFor();
  await panel.getByRole("button", { name: words("editor-measure-again") }).click();
  const row = map.row(words("editor-row-measured"));
  await row.waitFor({ timeout: MEASURED_WITHIN });
  await panel.getByText(words("editor-measured-never")).waitFor({ state: "hidden" });

  const shown = () => row.locator("[data-card] b").allTextContents();
  const before = await measurement();
  expect(reached(before).length).toBeGreaterThan(2);
  await expect.poll(shown).toEqual(reached(before));

  const events = panel.getByRole("table", { name: words("editor-not-on-map") });
  await events.waitFor();
  expect(await events.getByRole("row").count()).toBeGreaterThan(1);

  const overlay = page.getByRole("button", { name: words("editor-measured"), exact: true });
  expect(await overlay.getAttribute("aria-pressed")).toBe("true");
  await overlay.click();
  await row.waitFor({ state: "hidden" });
  await overlay.click();
  await row.waitFor();

  // A second time, after new events have come in.
  const more = join(flow.server.data, "more.csv");
  const visits = ["vilma", "jonas", "ona"].map((customer) => `${customer},home,2024-06-25 21:00:00`);
  writeFileSync(more, ["user_id,event,timestamp", ...visits, ""].join("\n"));
  execFileSync(binary(), ["import", more, "--lake", lake], { stdio: "ignore" });
  await panel.getByRole("button", { name: words("editor-measure-again") }).click();
  const travellers = before.travellers + visits.length;
  await expect
    .poll(async () => (await measurement()).travellers, { timeout: MEASURED_WITHIN })
    .toBe(travellers);
  const after = await measurement();
  expect(reached(after)).not.toEqual(reached(before));
  await expect.poll(shown).toEqual(reached(after));
});

/** How many reached each step that is bound to events, as the page writes it. */
function reached({ steps }: Measurement): string[] {
  return steps.flatMap(({ travellers }) => (travellers === null ? [] : [travellers.toLocaleString("en")]));
}

/** The last measurement, as the server has it. */
async function measurement(): Promise<Measurement> {
  return (await (await flow.server.ask("GET", "/api/v1/maps/web-shop/measurement")).json()).measured;
}
