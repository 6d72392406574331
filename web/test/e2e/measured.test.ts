import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Measurement } from "@/features/editor/measured/measurement";
import { binary } from "../collab/server";
import { Flow } from "./support/flow";
import { MapView } from "./support/map";

const flow = Flow.ofFile();
const ECOM = new URL("../../../examples/ecom/", import.meta.url).pathname;

test("a map is measured from the page, and shows what it was measured by", async () => {
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
  await row.waitFor({ timeout: 90_000 });
  await panel.getByText(words("editor-measured-never")).waitFor({ state: "hidden" });

  // The numbers of the page are those of the measurement.
  const { at, measured } = await measurement();
  const reached = measured.steps.filter(({ travellers }) => travellers !== null);
  expect(reached.length).toBeGreaterThan(2);
  const cells = (await row.getByRole("gridcell").allTextContents()).join("\n");
  for (const { travellers } of reached) expect(cells).toContain((travellers ?? 0).toLocaleString("en"));

  const events = panel.getByRole("table", { name: words("editor-not-on-map") });
  await events.waitFor();
  expect(await events.getByRole("row").count()).toBeGreaterThan(1);

  const overlay = page.getByRole("button", { name: words("editor-measured"), exact: true });
  expect(await overlay.getAttribute("aria-pressed")).toBe("true");
  await overlay.click();
  await row.waitFor({ state: "hidden" });
  await overlay.click();
  await row.waitFor();

  // A second time, as anybody would after new events have come in.
  await panel.getByRole("button", { name: words("editor-measure-again") }).click();
  await expect.poll(async () => (await measurement()).at, { timeout: 90_000 }).not.toBe(at);
});

/** The last measurement, as the server has it. */
async function measurement(): Promise<{ at: string; measured: Measurement }> {
  return (await flow.server.ask("GET", "/api/v1/maps/web-shop/measurement")).json();
}
