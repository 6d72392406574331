/** From an empty portfolio to two people on one map. */

import { MapView } from "./map";
import type { Reader } from "./reader";

/** Makes a map from the template of that title, in the language the page speaks. */
export async function beginFromTemplate(reader: Reader, title: string): Promise<MapView> {
  const { page, words } = reader;
  await page
    .getByRole("main")
    .getByRole("button", { name: words("portfolio-empty-template") })
    .click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: title }).check({ force: true });
  await dialog.getByRole("button", { name: words("portfolio-template-create") }).click();
  return MapView.shown(reader);
}

/** Makes a link that lets edit, and reads it from the panel. */
export async function shareForEditing({ words }: Reader, map: MapView): Promise<string> {
  const panel = await map.openPanel("share-panel");
  await panel.getByText(words("share-edit"), { exact: true }).first().click();
  await panel.getByRole("button", { name: words("share-create") }).click();
  return panel.getByRole("textbox", { name: words("share-made") }).inputValue();
}

/** Follows a share link, gives a name and comes to the map. */
export async function followLink(guest: Reader, link: string, name: string): Promise<MapView> {
  const { page, words } = guest;
  await page.goto(link);
  await page.getByLabel(words("share-greeting-name")).fill(name);
  await page.getByRole("button", { name: words("share-greeting-open") }).click();
  return MapView.shown(guest);
}
