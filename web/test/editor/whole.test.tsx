import { act, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { cellOf, grid, openEditor } from "./support";

type Opened = Awaited<ReturnType<typeof openEditor>>;

const wholeRow = ({ document }: Opened) => {
  const lane = document.snapshot.lanes.find((one) => one.title[""] === "Does")?.key;
  return grid().querySelector(`[data-line="${lane}/whole"]`);
};

async function start({ user }: Opened, command: string) {
  await user.keyboard("{Control>}k{/Control}");
  await user.click(await screen.findByText(command));
}

describe("the row for whole stages of a lane", () => {
  it("is asked for by a command, is stood in and takes a card of the whole stage", async () => {
    const opened = await openEditor();
    const { user, document } = opened;
    expect(wholeRow(opened)).toBeNull();
    act(() => cellOf(document, "Does", "Searches").focus());
    await start(opened, "Write for whole stages");
    await waitFor(() => expect(wholeRow(opened)).not.toBeNull());
    await waitFor(() => {
      const { row, place } = (window.document.activeElement as HTMLElement).dataset;
      expect(row).toMatch(/\/whole$/);
      expect(place).toBe(document.snapshot.stages[0]?.key);
    });
    await user.keyboard("{Enter}");
    await waitFor(() => {
      const lane = document.snapshot.lanes[0]?.key ?? "";
      expect(document.snapshot.stages[0]?.cells[lane]).toHaveLength(1);
    });
  });

  it("is hidden again while nothing stands in it", async () => {
    const opened = await openEditor();
    act(() => cellOf(opened.document, "Does", "Searches").focus());
    await start(opened, "Write for whole stages");
    await waitFor(() => expect(wholeRow(opened)).not.toBeNull());
    await start(opened, "Hide the row for whole stages");
    await waitFor(() => expect(wholeRow(opened)).toBeNull());
  });

  it("is not offered where nothing can be said of a whole stage", async () => {
    const { user, document } = await openEditor();
    act(() => cellOf(document, "Feels", "Searches").focus());
    await user.keyboard("{Control>}k{/Control}");
    await screen.findByText("Add a lane below");
    expect(screen.queryByText("Write for whole stages")).toBeNull();
  });
});
