import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { cellOf, grid, openEditor } from "./support";

type Opened = Awaited<ReturnType<typeof openEditor>>;

const cardOf = (text: string) => screen.getByText(text).closest<HTMLElement>("[data-card]") as HTMLElement;
const focus = (element: HTMLElement) => act(() => element.focus());
/** A press as a mouse makes it: the browser gives the focus to what was pressed, unless the page minds. */
const press = (element: HTMLElement, keys: MouseEventInit = {}) => {
  act(() => {
    if (fireEvent.mouseDown(element, { button: 0, ...keys })) element.focus();
    fireEvent.click(element, keys);
  });
};
const chosen = () =>
  [...grid().querySelectorAll<HTMLElement>("[data-card][data-chosen]")].map((card) => card.textContent);
const cells = () => [...grid().querySelectorAll("[aria-selected=true]")];
const headOf = ({ container, document }: Opened, title: string) => {
  const key = document.snapshot.lanes.find((lane) => lane.title[""] === title)?.key;
  return container.querySelector<HTMLElement>(`[data-row="${key}"][data-place=""]`) as HTMLElement;
};
const titles = ({ document }: Opened) => document.snapshot.stages.map((stage) => stage.title[""]);
function textsIn({ document }: Opened, lane: string, place: string) {
  const key = document.snapshot.lanes.find((one) => one.title[""] === lane)?.key ?? "";
  const steps = document.snapshot.stages.flatMap((stage) => stage.steps);
  const found = steps.find((step) => step.title[""] === place)?.cells[key] ?? [];
  return found.map((card) => card.text[""]);
}

describe("several cards", () => {
  it("are chosen by Ctrl and clicks, in any cells, and removed in one go", async () => {
    const opened = await openEditor();
    press(cardOf("Types a word"));
    press(cardOf("Is it warm?"), { ctrlKey: true });
    await waitFor(() => expect(chosen()).toHaveLength(2));
    expect(screen.getByText("Chosen: 2 cards")).toBeTruthy();
    await opened.user.keyboard("{Delete}");
    expect(textsIn(opened, "Does", "Searches")).toEqual(["Looks at **pictures**"]);
    expect(textsIn(opened, "Asks", "Compares")).toEqual([]);
    act(() => void opened.document.undo.undo());
    expect(textsIn(opened, "Asks", "Compares")).toEqual(["Is it warm?"]);
    expect(textsIn(opened, "Does", "Searches")).toHaveLength(2);
  });

  it("are chosen by Shift and an arrow or a click, moved together, and stay chosen", async () => {
    const opened = await openEditor();
    focus(cardOf("Types a word"));
    await opened.user.keyboard("{Shift>}{ArrowDown}{/Shift}");
    expect(chosen()).toHaveLength(2);
    await opened.user.keyboard("{Alt>}{ArrowRight}{/Alt}");
    expect(textsIn(opened, "Does", "Compares")).toEqual(["Types a word", "Looks at **pictures**"]);
    await waitFor(() => expect(chosen()).toHaveLength(2));
    await opened.user.keyboard("{Escape}");
    expect(chosen()).toHaveLength(0);
    press(cardOf("Types a word"));
    press(cardOf("pictures"), { shiftKey: true });
    expect(chosen()).toHaveLength(2);
    press(cardOf("pictures"));
    expect(chosen()).toHaveLength(0);
  });
});

describe("several cells", () => {
  it("are chosen by Shift and a click, and stay so for the menu of one of them", async () => {
    const opened = await openEditor();
    press(cellOf(opened.document, "Does", "Searches"));
    press(cellOf(opened.document, "Asks", "Compares"), { shiftKey: true });
    await waitFor(() => expect(cells()).toHaveLength(4));
    // The right button gives the focus to the card below it.
    focus(cardOf("Types a word"));
    expect(cells()).toHaveLength(4);
    fireEvent.contextMenu(cardOf("Types a word"));
    await opened.user.click(await screen.findByRole("menuitem", { name: /^Duplicate/ }));
    expect(textsIn(opened, "Does", "Searches")).toHaveLength(4);
    expect(textsIn(opened, "Asks", "Compares")).toHaveLength(2);
    await opened.user.keyboard("{Control>}z{/Control}");
    expect(textsIn(opened, "Does", "Searches")).toHaveLength(2);
    expect(textsIn(opened, "Asks", "Compares")).toHaveLength(1);
  });

  it("move their cards side by side", async () => {
    const opened = await openEditor();
    focus(cellOf(opened.document, "Does", "Searches"));
    await opened.user.keyboard("{Shift>}{ArrowRight}{ArrowDown}{/Shift}{Alt>}{ArrowRight}{/Alt}");
    expect(textsIn(opened, "Does", "Compares")).toHaveLength(2);
    expect(textsIn(opened, "Does", "Searches")).toEqual([]);
    expect(textsIn(opened, "Asks", "Pays")).toEqual(["Is it warm?"]);
    expect(screen.getByText("Moved: 3 cards")).toBeTruthy();
    act(() => void opened.document.undo.undo());
    expect(textsIn(opened, "Asks", "Compares")).toEqual(["Is it warm?"]);
  });
});

describe("several heads", () => {
  it("of lanes are chosen, rather than the cells beside them, and moved together", async () => {
    const opened = await openEditor();
    focus(headOf(opened, "Does"));
    await opened.user.keyboard("{Shift>}{ArrowDown}{ArrowRight}{/Shift}");
    expect(cells()).toEqual([headOf(opened, "Does"), headOf(opened, "Asks")]);
    await opened.user.keyboard("{Alt>}{ArrowDown}{/Alt}");
    const lanes = () => opened.document.snapshot.lanes.map((lane) => lane.title[""]);
    expect(lanes()).toEqual(["Feels", "Does", "Asks", "Barriers"]);
    await opened.user.keyboard("{Delete}");
    expect(lanes()).toEqual(["Feels", "Barriers"]);
  });

  it("of stages are duplicated and moved together", async () => {
    const opened = await openEditor();
    focus(cellOf(opened.document, "stages", "Finds"));
    await opened.user.keyboard("{Shift>}{ArrowRight}{/Shift}{Control>}d{/Control}");
    expect(titles(opened)).toEqual(["Finds", "Finds", "Buys", "Buys"]);
    await opened.user.keyboard("{Alt>}{ArrowLeft}{/Alt}");
    await waitFor(() => expect(cells()).toHaveLength(2));
    const keys = cells().map((cell) => (cell as HTMLElement).dataset.place);
    expect(opened.document.snapshot.stages.slice(0, 2).map(({ key }) => key)).toEqual(keys);
  });
});
