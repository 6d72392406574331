import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { shownKeys } from "@/features/editor/commands/hotkeys";
import { cellOf, openEditor, SHOP } from "./support";

type Opened = Awaited<ReturnType<typeof openEditor>>;

beforeEach(() => {
  Element.prototype.setPointerCapture ??= () => undefined;
});

const emotion = ({ document }: Opened) =>
  Object.values(document.snapshot.stages[0]?.steps[0]?.emotion ?? {})[0];
const claim = () => screen.getByRole("slider", { name: "Anna at “Searches”: claimed emotion" });
const wish = () => screen.getByRole("slider", { name: "Anna at “Searches”: wished-for emotion" });
const focused = () => document.activeElement;

/** Stands on the claim, as Enter on the cell does. */
async function onClaim(): Promise<Opened> {
  const opened = await openEditor();
  act(() => cellOf(opened.document, "Feels", "Searches").focus());
  await opened.user.keyboard("{Enter}");
  await waitFor(() => expect(focused()).toBe(claim()));
  return opened;
}

describe("what is wished for on the curve", () => {
  it("is a point of its own beside the claim, with the same keys", async () => {
    const opened = await onClaim();
    await opened.user.keyboard("{ArrowRight}");
    await waitFor(() => expect(focused()).toBe(wish()));
    expect(wish().getAttribute("aria-valuetext")).toBe("not set");
    // It begins above what is claimed.
    await opened.user.keyboard("{ArrowUp}");
    expect(emotion(opened)).toMatchObject({ claimed: 0.5, wished: 1.5 });
    await opened.user.keyboard("{Shift>}{ArrowDown}{/Shift}{ArrowUp}");
    expect(emotion(opened)).toMatchObject({ claimed: 0.5, wished: 1.1 });
    await opened.user.keyboard("{Alt>}{ArrowUp}{/Alt}");
    expect(emotion(opened)).toMatchObject({ claimed: 0.5, wished: 1.2 });
    await opened.user.keyboard("{Delete}");
    expect(emotion(opened)?.wished).toBeUndefined();
    expect(emotion(opened)?.claimed).toBe(0.5);
    expect(focused()).toBe(wish());
  });

  it("goes where it is dragged", async () => {
    const opened = await openEditor();
    fireEvent.pointerDown(wish(), { button: 0, clientY: 100, pointerType: "mouse" });
    fireEvent.pointerMove(wish(), { clientY: 130 });
    fireEvent.pointerUp(wish(), { clientY: 130 });
    expect(emotion(opened)?.wished).toBeLessThan(1.5);
    expect(emotion(opened)?.claimed).toBe(0.5);
  });

  it("is nothing to stop at for who may only read, where nothing is wished for", async () => {
    await openEditor(undefined, { canEdit: false });
    expect(screen.queryByRole("slider", { name: /wished-for/ })).toBeNull();
  });
});

describe("the keys of the curve", () => {
  it("do what the menu says they do", async () => {
    const opened = await onClaim();
    fireEvent.contextMenu(claim());
    const keysOf = (name: string) =>
      screen.getByRole("menuitem", { name: new RegExp(`^${name}`) }).textContent;
    const raise = await screen.findByRole("menuitem", { name: /^Raise the emotion a little/ });
    expect(raise.textContent).toContain(shownKeys("alt+ArrowUp"));
    expect(keysOf("Lower the emotion a little")).toContain(shownKeys("alt+ArrowDown"));
    expect(keysOf(`Raise the emotion${""}(?! a)`)).toContain(shownKeys("alt+shift+ArrowUp"));
    await opened.user.keyboard("{Escape}");
    await waitFor(() => expect(focused()).toBe(claim()));
    await opened.user.keyboard("{Alt>}{ArrowUp}{/Alt}");
    expect(emotion(opened)).toEqual(expect.objectContaining({ claimed: 0.6 }));
    expect(emotion(opened)?.wished).toBeUndefined();
    await opened.user.keyboard("{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}");
    expect(emotion(opened)?.claimed).toBe(0.1);
  });
});

describe("the icon of an emotion", () => {
  const withIcon = (icon: string) => {
    const [find, ...others] = SHOP.stages;
    const [search, ...steps] = find.steps;
    const felt = { ...search, emotion: { anna: { claimed: 0.5, icon } } };
    return { ...SHOP, stages: [{ ...find, steps: [felt, ...steps] }, ...others] };
  };

  it("is drawn in place of the face, as an emoji, by name or as a picture", async () => {
    for (const [icon, drawn] of [
      ["😡", (point: HTMLElement) => point.textContent?.includes("😡")],
      ["heart", (point: HTMLElement) => point.querySelector(".tabler-icon-heart")],
      ["images/angry.png", (point: HTMLElement) => point.querySelector("img[src$='images/angry.png']")],
    ] as const) {
      const { unmount } = await openEditor(withIcon(icon));
      expect(drawn(claim())).toBeTruthy();
      unmount();
    }
  });

  it("leaves the face where no icon is known by that name", async () => {
    await openEditor(withIcon("qwerty"));
    expect(claim().textContent).not.toContain("qwerty");
    expect(claim().querySelector("svg[viewBox='0 0 20 20']")).toBeTruthy();
  });
});

describe("a point that was let go of", () => {
  it("stays there until the map is drawn anew", async () => {
    await openEditor();
    const values: (string | null)[] = [];
    new MutationObserver(() => values.push(claim().getAttribute("aria-valuenow"))).observe(claim(), {
      attributes: true,
      attributeFilter: ["aria-valuenow"],
    });
    const point = claim();
    fireEvent.pointerDown(point, { button: 0, clientY: 100, pointerType: "mouse" });
    fireEvent.pointerMove(point, { clientY: 60 });
    const shown = point.getAttribute("aria-valuenow");
    expect(Number(shown)).toBeGreaterThan(0.5);
    // Outside of act, as in a browser: the map is drawn behind what follows the event at once.
    const environment = globalThis as unknown as Record<string, unknown>;
    environment.IS_REACT_ACT_ENVIRONMENT = false;
    point.dispatchEvent(new MouseEvent("pointerup", { bubbles: true, clientY: 60 }));
    await new Promise((resolve) => setTimeout(resolve, 200));
    environment.IS_REACT_ACT_ENVIRONMENT = true;
    expect(point.getAttribute("aria-valuenow")).toBe(shown);
    expect(values).not.toContain("0.5");
  });
});
