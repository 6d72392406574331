import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { cellOf, openEditor, SHOP } from "./support";

const stand = (cell: HTMLElement) => act(() => cell.focus());
type Opened = Awaited<ReturnType<typeof openEditor>>["document"];

function textsIn(document: Opened, lane: string, place: string): (string | undefined)[] {
  const key = document.snapshot.lanes.find((one) => one.title[""] === lane)?.key ?? "";
  const places = document.snapshot.stages.flatMap((stage) => [stage, ...stage.steps]);
  const cards = places.find((one) => one.title[""] === place)?.cells[key] ?? [];
  return cards.map((card) => card.text[""]);
}

/** CodeMirror listens to what browsers do to its text, which jsdom does not do: letters go in through its view. */
async function write(text: string) {
  const box = await screen.findByRole("textbox");
  const { EditorView } = await import("@codemirror/view");
  const view = EditorView.findFromDOM(box);
  act(() => view?.dispatch(view.state.replaceSelection(text)));
  return box;
}

/** Presses keys so fast, or on so slow a machine, that nothing is drawn between them. */
function atOnce(...keys: readonly string[]): void {
  act(() => {
    for (const key of keys) {
      const focused = window.document.activeElement ?? window.document.body;
      focused.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    }
  });
}

describe("writing in place", () => {
  it("begins with the letter typed on an empty cell and is kept on Enter", async () => {
    const { user, document } = await openEditor();
    stand(cellOf(document, "Asks", "Pays"));
    await user.keyboard("I");
    await write("s it safe?");
    expect(textsIn(document, "Asks", "Pays")).toEqual(["Is it safe?"]);
    await user.keyboard("{Enter}");
    await waitFor(() => expect(window.document.activeElement).toBe(cellOf(document, "Asks", "Pays")));
    expect(screen.getByText("Is it safe?")).toBeTruthy();
  });

  it("loses no letter of who writes before the text is there to be written in", async () => {
    const { user, document } = await openEditor();
    stand(cellOf(document, "Asks", "Pays"));
    atOnce("I", "s", " ", "i", "n", "Backspace", "t", "?", "Enter");
    expect(textsIn(document, "Asks", "Pays")).toEqual(["Is it?"]);
    expect(window.document.activeElement).toBe(cellOf(document, "Asks", "Pays"));
    await user.keyboard("{Control>}z{/Control}");
    expect(textsIn(document, "Asks", "Pays")).toEqual([]);
  });

  it("leaves a text that is still to come for the cell that is clicked", async () => {
    const { document } = await openEditor();
    stand(cellOf(document, "Asks", "Pays"));
    atOnce("W", "h", "y");
    const other = cellOf(document, "Does", "Pays");
    act(() => {
      // As if the text were still to come: nothing is drawn before the next cell has the focus.
      stand(cellOf(document, "Asks", "Pays"));
    });
    stand(other);
    expect(textsIn(document, "Asks", "Pays")).toEqual(["Why"]);
    await waitFor(() => expect(screen.queryByRole("textbox")).toBeNull());
  });

  it("goes to the next cell at once, so that the next key is heard there", async () => {
    const { document } = await openEditor();
    stand(cellOf(document, "Does", "Compares"));
    atOnce("ArrowDown", "End", "W", "h", "y", "Tab");
    expect(textsIn(document, "Asks", "Pays")).toEqual(["Why"]);
  });

  it("goes on while others rename the lane and the stage around it", async () => {
    const { user, document } = await openEditor();
    stand(cellOf(document, "Asks", "Pays"));
    await user.keyboard("{Enter}");
    const box = await screen.findByRole("textbox", { name: "Asks" });
    const lane = document.snapshot.lanes.find((one) => one.title[""] === "Asks")?.key ?? "";
    act(() =>
      document.doc.transact(() => document.text(lane, "title", "en").insert(4, " aloud"), "elsewhere"),
    );
    await waitFor(() => expect(box.getAttribute("aria-label")).toBe("Asks aloud"));
    await write("Still here?");
    expect(textsIn(document, "Asks aloud", "Pays")).toEqual(["Still here?"]);
    expect(window.document.activeElement).toBe(box);
  });

  it("leaves no empty card behind", async () => {
    const { user, document } = await openEditor();
    stand(cellOf(document, "Asks", "Pays"));
    await user.keyboard("{Enter}");
    await screen.findByRole("textbox");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(textsIn(document, "Asks", "Pays")).toEqual([]));
    // Nor does undo bring one: making it and leaving it empty is one step, and no change.
    await user.keyboard("{Control>}z{/Control}");
    expect(textsIn(document, "Asks", "Pays")).toEqual([]);
  });

  it("goes on to the next cell with Tab", async () => {
    const { user, document } = await openEditor();
    stand(cellOf(document, "Asks", "Searches"));
    await user.keyboard("{Enter}");
    await write("Where?");
    await user.keyboard("{Tab}");
    await waitFor(() =>
      expect(cellOf(document, "Asks", "Compares").querySelector("[role=textbox]")).not.toBeNull(),
    );
    expect(textsIn(document, "Asks", "Searches")).toEqual(["Where?"]);
  });

  it("renames a stage by F2, and the double click does the same", async () => {
    const { user, document } = await openEditor();
    stand(cellOf(document, "stages", "Buys"));
    await user.keyboard("{F2}");
    await write(" it");
    expect(document.snapshot.stages[1]?.title[""]).toBe("Buys it");
    await user.keyboard("{Escape}");
    await user.dblClick(screen.getByText("Types a word"));
    await write("!");
    expect(textsIn(document, "Does", "Searches")[0]).toBe("Types a word!");
  });

  it("shows what somebody else writes", async () => {
    const { document } = await openEditor();
    const lane = document.snapshot.lanes[0]?.key ?? "";
    const card = document.snapshot.stages[0]?.steps[0]?.cells[lane]?.[0]?.key ?? "";
    act(() => document.doc.transact(() => document.text(card, "text", "en").insert(0, "She "), "elsewhere"));
    expect(await screen.findByText("She Types a word")).toBeTruthy();
  });

  it("shows emphasis and links, and never what would run", async () => {
    const { document } = await openEditor();
    expect(screen.getByText("pictures").tagName).toBe("STRONG");
    const lane = document.snapshot.lanes[0]?.key ?? "";
    const card = document.snapshot.stages[0]?.steps[0]?.cells[lane]?.[0]?.key ?? "";
    const text = "<img src=x onerror=alert(1)> [go](javascript:alert(1)) [read](https://example.org)";
    act(() => document.text(card, "text", "en").insert(0, text));
    expect(await screen.findByText(/<img src=x/)).toBeTruthy();
    const links = screen.getAllByRole("link", { hidden: true }).map((link) => link.getAttribute("href"));
    expect(links.some((href) => href?.startsWith("https://example.org"))).toBe(true);
    expect(links.filter((href) => href?.startsWith("javascript"))).toEqual([]);
    expect(window.document.querySelector("img[src='x']")).toBeNull();
  });

  it("is not offered to readers", async () => {
    const { user, document } = await openEditor(undefined, { canEdit: false });
    expect(screen.queryByRole("button", { name: "Add here" })).toBeNull();
    expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
    stand(cellOf(document, "Asks", "Pays"));
    await user.keyboard("x{Delete}");
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(textsIn(document, "Asks", "Pays")).toEqual([]);
  });
});

describe("a card that is not translated", () => {
  const mixed = {
    ...SHOP,
    stages: [
      {
        id: "buy",
        title: "Buys",
        cells: { does: [{ text: { en: "Pays" } }, { text: { en: "Waits", ru: "Ждёт" } }] },
      },
    ],
  };

  it("is kept with its original, which stays in sight until one writes", async () => {
    const { user, document } = await openEditor(mixed, {}, () =>
      localStorage.setItem("kelias-view-shop", JSON.stringify({ language: "ru" })),
    );
    const card = screen.getByText("Pays").closest<HTMLElement>("[data-card]");
    act(() => card?.focus());
    await user.keyboard("{Control>}k{/Control}");
    await user.click(await screen.findByText("Rename"));
    const box = await screen.findByRole("textbox", { name: "Does" });
    expect(within(box).getByText("Translate: Pays")).toBeTruthy();
    await user.keyboard("{Escape}");
    expect(document.snapshot.stages[0]?.cells[document.snapshot.lanes[0]?.key ?? ""]).toHaveLength(2);
    act(() => card?.focus());
    await user.keyboard("{F2}");
    await write("Платит");
    const again = await screen.findByRole("textbox", { name: "Does" });
    await waitFor(() => expect(again.textContent).toBe("Платит"));
    const [first] = document.snapshot.stages[0]?.cells[document.snapshot.lanes[0]?.key ?? ""] ?? [];
    expect(first?.text).toEqual({ en: "Pays", ru: "Платит" });
  });
});

describe("commands", () => {
  it("are found by name in the palette", async () => {
    const { user, document } = await openEditor();
    stand(cellOf(document, "stages", "Finds"));
    await user.keyboard("{Control>}k{/Control}");
    const search = await screen
      .findByRole("searchbox", { name: "What do you want to do?" })
      .catch(() => screen.findByRole("textbox", { name: "What do you want to do?" }));
    await user.type(search, "stage after");
    await user.keyboard("{Enter}");
    await waitFor(() => expect(document.snapshot.stages).toHaveLength(3));
  });

  it("find and replace all as one step of undo", async () => {
    vi.spyOn(window, "scrollTo").mockImplementation(() => undefined);
    const { user, document } = await openEditor();
    stand(cellOf(document, "Does", "Searches"));
    await user.keyboard("{Control>}f{/Control}");
    await user.type(await screen.findByRole("textbox", { name: "Find" }), "s");
    await user.type(screen.getByRole("textbox", { name: "Replace with" }), "z");
    await user.click(screen.getByRole("button", { name: "Replace all" }));
    expect(document.snapshot.stages[1]?.title[""]).toBe("Buyz");
    act(() => void document.undo.undo());
    expect(document.snapshot.stages[1]?.title[""]).toBe("Buys");
  });
});

describe("a map without stages", () => {
  it("teaches three ways to begin, and the first one begins", async () => {
    const { user, document } = await openEditor({ id: "empty", title: "", language: "en" });
    expect(screen.getByRole("heading", { name: "A journey begins with its first stage" })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Add the first stage" }));
    expect(document.snapshot.stages).toHaveLength(1);
    expect(document.snapshot.lanes.map((lane) => lane.kind)).toEqual([
      "text",
      "touchpoints",
      "emotion",
      "barriers",
      "ideas",
    ]);
  });
});
