import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { tell } from "@/ui/tell";
import { serve } from "../serving";
import { cellOf, grid, openEditor, SHOP } from "./support";

const stand = (cell: HTMLElement) => act(() => cell.focus());
const paste = (target: Element, text: string, files: File[] = []) => {
  const data: Record<string, string> = { "text/plain": text };
  fireEvent.paste(target, { clipboardData: { files, getData: (type: string) => data[type] ?? "" } });
};
let told: string[];

beforeEach(() => {
  told = [];
  vi.spyOn(tell, "problem").mockImplementation((message) => void told.push(message));
});

describe("what finds no place", () => {
  it("is told to who sees the page, too", async () => {
    const { document } = await openEditor();
    const cell = cellOf(document, "Asks", "Pays");
    stand(cell);
    paste(cell, "when?\tbeyond the map");
    expect(told).toEqual([expect.stringContaining("1 found no place on the map")]);
  });

  it("is told of a text on a head, and of an idea without its barrier", async () => {
    const file = { ...SHOP, lanes: [...SHOP.lanes, { id: "could", kind: "ideas", title: "Ideas" }] };
    const { user, document } = await openEditor(file);
    const head = cellOf(document, "stages", "Finds");
    stand(head);
    paste(head, "a text");
    expect(told).toEqual([expect.stringContaining("Choose a cell of a lane")]);
    stand(cellOf(document, "Ideas", "Searches"));
    await user.keyboard("{Enter}");
    expect(told[1]).toContain("An idea answers a barrier");
  });
});

describe("a paste on an empty map", () => {
  it("makes the map while nothing has the focus, and says why it makes none", async () => {
    const { document } = await openEditor({ id: "empty", title: "", language: "en" });
    paste(window.document.body, "one\ncolumn");
    expect(told).toEqual([expect.stringContaining("at least two rows and two columns")]);
    act(() => paste(window.document.body, "\tFind\tBuy\nDoes\tlooks\tpays"));
    expect(document.snapshot.stages.map((stage) => stage.title[""])).toEqual(["Find", "Buy"]);
    await waitFor(() => expect(grid()).toBeTruthy());
  });
});

describe("a picture that comes late", () => {
  const picture = new File(["x"], "shelf.png", { type: "image/png" });

  it("does not take the writing from who has begun another text", async () => {
    const file = { ...SHOP, lanes: [...SHOP.lanes, { id: "sees", kind: "image", title: "Sees" }] };
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    serve({});
    const answer = vi.mocked(fetch).getMockImplementation() ?? fetch;
    vi.mocked(fetch).mockImplementation(async (input, init) => {
      if (!String(input).endsWith("/images")) return answer(input, init);
      await arrived;
      return new Response(JSON.stringify({ path: "images/shelf.png" }), { status: 201 });
    });
    const { user, document } = await openEditor(file);
    const cell = cellOf(document, "Sees", "Searches");
    stand(cell);
    paste(cell, "", [picture]);
    stand(cellOf(document, "Asks", "Pays"));
    await user.keyboard("{Enter}");
    const box = await screen.findByRole("textbox", { name: "Asks" });
    await act(async () => arrive());
    await waitFor(() => expect(cell.querySelector("img")).not.toBeNull());
    expect(window.document.activeElement).toBe(box);
  });
});
