import { act, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { cellOf, openEditor } from "./support";

describe("names for those who listen", () => {
  it("calls colours by words", async () => {
    const { user, document } = await openEditor();
    act(() => cellOf(document, "stages", "Finds").focus());
    await user.keyboard("{Alt>}{Enter}{/Alt}");
    const panel = within(await screen.findByRole("complementary", { name: "Details" }));
    const colours = within(await panel.findByRole("group", { name: "Colour" }));
    await user.click(colours.getByRole("button", { name: "Sky blue" }));
    expect(document.snapshot.stages[0]?.colour).toBe("#56b4e9");
    expect(
      colours.getAllByRole("button").filter((one) => /#/.test(one.getAttribute("aria-label") ?? "")),
    ).toEqual([]);
  });

  it("has the title of the map as a heading, with the button to rename it inside", async () => {
    const { user } = await openEditor();
    const heading = screen.getByRole("heading", { level: 1, name: "A small shop" });
    expect(heading.closest("button")).toBeNull();
    await user.click(within(heading).getByRole("button"));
    expect(await screen.findByRole("textbox", { name: "Title of the map" })).toBeTruthy();
  });
});
