import { act, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { lookup } from "@/document/lookup";
import { tell } from "@/ui/tell";
import { cellOf, openEditor } from "./support";

/** The clipboard as browsers offer it; `null` is one that keeps it to itself. */
function clipboardOf(kept: Record<string, Blob> | null) {
  const state = { kept: kept ?? {} };
  class Item {
    constructor(readonly blobs: Record<string, Blob>) {}
    get types() {
      return Object.keys(this.blobs);
    }
    getType = (type: string) => Promise.resolve(this.blobs[type]);
  }
  vi.stubGlobal("ClipboardItem", Item);
  const refuse = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  const clipboard = {
    read: async () => (kept ? [new Item(state.kept)] : refuse()),
    write: async ([item]: Item[]) => {
      if (!kept) return refuse();
      state.kept = item?.blobs ?? {};
    },
  };
  Object.defineProperty(navigator, "clipboard", { value: clipboard, configurable: true });
  return state;
}

afterEach(() => vi.unstubAllGlobals());

/** Chooses a command of the menu of what one stands on. */
async function choose({ user }: Pick<Awaited<ReturnType<typeof openEditor>>, "user">, name: RegExp) {
  await user.keyboard("{Shift>}{F10}{/Shift}");
  act(() => {
    document.activeElement?.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true }));
  });
  await user.click(await screen.findByRole("menuitem", { name }));
}

describe("the clipboard without the keyboard", () => {
  it("takes a card by the menu and gives it back in another cell", async () => {
    const opened = await openEditor();
    const { document: map } = opened;
    const clipboard = clipboardOf({});
    const card = screen.getByText("Is it warm?").closest<HTMLElement>("[data-card]");
    act(() => card?.focus());
    await choose(opened, /^Cut/);
    await waitFor(() => expect(screen.queryByText("Is it warm?")).toBeNull());
    expect(Object.keys(clipboard.kept)).toEqual(["text/html", "text/plain"]);
    act(() => cellOf(map, "Asks", "Pays").focus());
    await choose(opened, /^Paste/);
    expect(await screen.findByText("Is it warm?")).toBeTruthy();
    const lane = map.snapshot.lanes.find((one) => one.title[""] === "Asks")?.key ?? "";
    expect(map.snapshot.stages[1]?.steps[0]?.cells[lane]).toHaveLength(1);
  });

  it("says which keys to press where the browser does not allow it, and removes nothing", async () => {
    const opened = await openEditor();
    clipboardOf(null);
    const told = vi.spyOn(tell, "problem");
    const before = lookup(opened.document.snapshot).items.size;
    act(() => screen.getByText("Is it warm?").closest<HTMLElement>("[data-card]")?.focus());
    for (const [name, keys] of [
      [/^Cut/, "Ctrl+X"],
      [/^Copy/, "Ctrl+C"],
      [/^Paste/, "Ctrl+V"],
    ] as const) {
      await choose(opened, name);
      const words = `This browser keeps its clipboard to the keyboard: press ${keys}.`;
      await waitFor(() => expect(told).toHaveBeenLastCalledWith(words));
    }
    expect(lookup(opened.document.snapshot).items.size).toBe(before);
  });

  it("lets a reader copy, and no more", async () => {
    const opened = await openEditor(undefined, { canEdit: false });
    clipboardOf({});
    act(() => cellOf(opened.document, "stages", "Finds").focus());
    await choose(opened, /^Copy/);
    expect(await screen.findByText("Copied: stage")).toBeTruthy();
    expect(screen.queryByRole("menuitem", { name: /^(Cut|Paste)/ })).toBeNull();
  });
});
