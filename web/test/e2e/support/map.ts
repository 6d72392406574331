/** A map in the editor, as who sees it or hears it read finds their way: by the names of rows and columns. */

import type { Locator, Page } from "playwright-core";
import type { Reader } from "./reader";

export class MapView {
  private readonly page: Page;

  private constructor(private readonly reader: Reader) {
    this.page = reader.page;
  }

  static async open(reader: Reader, id: string): Promise<MapView> {
    await reader.page.goto(`/maps/${id}`);
    return MapView.shown(reader);
  }

  /** The map that the page shows or is about to show. */
  static async shown(reader: Reader): Promise<MapView> {
    const map = new MapView(reader);
    await map.grid.waitFor();
    return map;
  }

  get grid(): Locator {
    return this.page.getByRole("grid");
  }

  get id(): string {
    return new URL(this.page.url()).pathname.split("/")[2] ?? "";
  }

  /** The row of a lane. */
  row(lane: string): Locator {
    return this.grid.getByRole("row").filter({ has: this.laneHead(lane) });
  }

  laneHead(lane: string): Locator {
    return this.page.getByRole("rowheader").filter({ hasText: lane });
  }

  stage(title: string): Locator {
    return this.grid.getByRole("columnheader").filter({ hasText: title }).first();
  }

  /** The cell of a lane at a step, or at a stage without steps. */
  async cell(lane: string, place: string): Promise<Locator> {
    const head = this.grid.getByRole("columnheader").filter({ hasText: place }).last();
    const column = await head.getAttribute("aria-colindex");
    return this.row(lane).locator(`[role=gridcell][aria-colindex="${column}"]`);
  }

  /** Titles of the lanes from top to bottom. */
  async lanes(): Promise<string[]> {
    const titles = this.grid.locator("[role=rowheader] [data-field=title]");
    return (await titles.allInnerTexts()).map((title) => title.trim());
  }

  /** Texts of the cards in a cell, without the sign of evidence. */
  async cards(lane: string, place: string): Promise<string[]> {
    const texts = await (await this.cell(lane, place)).locator("[data-card] [lang]").allInnerTexts();
    return texts.map((text) => text.trim());
  }

  /** Writes a new card into a cell. */
  async add(lane: string, place: string, text: string): Promise<void> {
    const cell = await this.cell(lane, place);
    await cell.getByRole("button", { name: this.reader.words("editor-add-here") }).click();
    await this.type(text);
    await this.leave();
  }

  /** Begins to write in the text of a card. */
  async edit(lane: string, place: string, text: string): Promise<void> {
    await (await this.cell(lane, place)).getByText(text).dblclick();
    await this.writing.waitFor();
  }

  get writing(): Locator {
    return this.page.locator("[role=textbox][contenteditable=true]");
  }

  /** Writes letter by letter, as hands do, where one is writing. */
  async type(text: string): Promise<void> {
    await this.writing.waitFor();
    await this.page.keyboard.type(text, { delay: 15 });
  }

  /** Writes into the empty cell that has the focus: the first letter opens it. */
  async typeInCell(text: string): Promise<void> {
    const [first = "", ...rest] = text;
    await this.page.keyboard.press(first);
    await this.type(rest.join(""));
  }

  /** Ends writing. */
  async leave(): Promise<void> {
    await this.page.keyboard.press("Escape");
    await this.writing.waitFor({ state: "detached" });
  }

  /** Opens a panel by its button in the bar, or by the menu where it has none. */
  async openPanel(label: string): Promise<Locator> {
    const name = this.reader.words(label);
    const button = this.page.getByRole("banner").getByRole("button", { name, exact: true });
    if (await button.isVisible()) await button.click();
    else {
      await this.page.getByRole("button", { name: this.reader.words("editor-more"), exact: true }).click();
      await this.page.getByRole("menuitem", { name, exact: true }).click();
    }
    const panel = this.page.getByRole("complementary", { name, exact: true });
    await panel.waitFor();
    return panel;
  }

  /** Waits until the sign of the state says one of these. */
  async untilState(...kinds: readonly string[]): Promise<void> {
    const said = kinds.map((kind) => this.reader.words(`editor-save-${kind}`));
    const sign = this.page.getByRole("banner").getByRole("status");
    await this.reader.until(
      `the sign says ${said.join(" or ")}`,
      async () => said.includes((await sign.textContent())?.trim() ?? ""),
      60_000,
    );
  }

  /** Waits until everything is on the server's disk. */
  untilSaved(): Promise<void> {
    return this.untilState("saved", "live");
  }
}
