import { act, screen, waitFor } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { cellOf, openEditor, SHOP } from "./support";

const LINKED = {
  ...SHOP,
  stages: [
    {
      id: "find",
      title: "Finds",
      map: "search",
      steps: [
        {
          id: "search",
          title: "Searches",
          cells: {
            does: ["Reads [the page](https://example.org/page)", "See **https://example.com/more**."],
          },
        },
      ],
    },
  ],
};

const stand = (cell: HTMLElement) => act(() => cell.focus());

describe("links, without a mouse", () => {
  it("opens the map of a stage by a key, for readers too", async () => {
    const { user, document } = await openEditor(LINKED, { canEdit: false });
    stand(cellOf(document, "stages", "Finds"));
    await user.keyboard("{Alt>}o{/Alt}");
    expect(window.location.pathname).toBe("/maps/search");
  });

  it("opens what is linked in the card one stands on", async () => {
    const open = vi.spyOn(window, "open").mockReturnValue(null);
    const { user, document } = await openEditor(LINKED);
    stand(cellOf(document, "Does", "Searches"));
    await user.keyboard("{Enter}{ArrowDown}");
    await waitFor(() => expect(window.document.activeElement?.textContent).toMatch(/^See/));
    await user.keyboard("{Alt>}o{/Alt}");
    expect(open).toHaveBeenCalledWith("https://example.com/more", "_blank", "noopener,noreferrer");
  });

  it("lists all links of a cell among the commands", async () => {
    const open = vi.spyOn(window, "open").mockReturnValue(null);
    const { user, document } = await openEditor(LINKED);
    stand(cellOf(document, "Does", "Searches"));
    await user.keyboard("{Control>}k{/Control}");
    await user.click(await screen.findByText("Open “https://example.com/more”"));
    expect(open).toHaveBeenCalledWith("https://example.com/more", "_blank", "noopener,noreferrer");
    expect(screen.queryByText("Open the map of “Finds”")).toBeNull();
  });
});
