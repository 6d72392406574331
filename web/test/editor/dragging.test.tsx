import { act, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { cellOf, openEditor } from "./support";

/** Off, the page is drawn when it has the time, as in a browser; on, at once. */
const IS_ACT = "IS_REACT_ACT_ENVIRONMENT";
const environment = globalThis as unknown as Record<string, unknown>;

afterEach(() => {
  environment[IS_ACT] = true;
  Reflect.deleteProperty(document, "elementFromPoint");
});

/** Sends events of the mouse one right after the other, with no time for anything to be drawn. */
async function hurry(from: HTMLElement, ...points: number[]): Promise<void> {
  environment[IS_ACT] = false;
  const send = (type: string, x: number, target: EventTarget = document.body) =>
    target.dispatchEvent(
      new MouseEvent(type, { bubbles: true, cancelable: true, clientX: x, clientY: 5, button: 0 }),
    );
  send("mousedown", 0, from);
  for (const x of points) send("mousemove", x);
  send("mouseup", points.at(-1) ?? 0);
  await new Promise((resolve) => setTimeout(resolve, 60));
  environment[IS_ACT] = true;
}

/** Lays cells out from left to right, a hundred pixels each. */
function layOut(...cells: HTMLElement[]): void {
  document.elementFromPoint = (x) => cells[Math.floor(x / 100)] ?? null;
}

function cardsOf(opened: Awaited<ReturnType<typeof openEditor>>, step: number): (string | undefined)[] {
  const lane = opened.document.snapshot.lanes[0]?.key ?? "";
  const steps = opened.document.snapshot.stages.flatMap((stage) => stage.steps);
  return (steps[step]?.cells[lane] ?? []).map((card) => card.text[""]);
}

async function opened() {
  const editor = await openEditor();
  const cells = ["Searches", "Compares", "Pays"].map((place) => cellOf(editor.document, "Does", place));
  const [from, between, to] = cells as [HTMLElement, HTMLElement, HTMLElement];
  layOut(from, between, to);
  const card = from.querySelector<HTMLElement>("[data-card]") as HTMLElement;
  return { ...editor, card, from };
}

describe("a hand that is faster than the page is drawn", () => {
  it("drops a card where it lets go, not where it was drawn last", async () => {
    const editor = await opened();
    await hurry(editor.card, 20, 150, 250);
    await waitFor(() => expect(cardsOf(editor, 2)).toEqual(["Types a word"]));
    expect(cardsOf(editor, 1)).toEqual([]);
  });

  it("drops a card that one flick carried to another cell", async () => {
    const editor = await opened();
    await hurry(editor.card, 150);
    await waitFor(() => expect(cardsOf(editor, 1)).toEqual(["Types a word"]));
  });

  it("carries all chosen cards with the one it takes", async () => {
    const editor = await opened();
    const cards = [...editor.from.querySelectorAll<HTMLElement>("[data-card]")];
    act(() => cards[0]?.focus());
    await editor.user.keyboard("{Shift>}{ArrowDown}{/Shift}");
    await hurry(cards[1] as HTMLElement, 150, 250);
    await waitFor(() => expect(cardsOf(editor, 2)).toEqual(["Types a word", "Looks at **pictures**"]));
    expect(cardsOf(editor, 0)).toEqual([]);
  });

  it("leaves the keys alive after a flick", async () => {
    const editor = await opened();
    await hurry(editor.card, 20);
    act(() => editor.from.focus());
    await editor.user.keyboard("{ArrowRight}");
    await waitFor(() => expect(document.activeElement).toBe(cellOf(editor.document, "Does", "Compares")));
  });
});
