import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { words } from "@/app/i18n";
import { ACTIONS } from "@/document/actions";
import type { Selection } from "@/document/selection";
import { answerTo, contextOf } from "../document/chance";
import { seeded, smallMap } from "../document/support";
import { cellOf, openEditor, SHOP } from "./support";

type Opened = Awaited<ReturnType<typeof openEditor>>;
type Turn = (opened: Opened) => unknown;

const [find, buy] = SHOP.stages;
const FEW_LANES = {
  ...SHOP,
  lanes: SHOP.lanes.slice(0, 3),
  stages: [find, buy, { id: "use", title: "Uses" }],
};

/** Starts a command by its name in the palette. */
async function start({ user }: Opened, id: string) {
  await user.keyboard("{Control>}k{/Control}");
  const palette = within(await screen.findByRole("dialog", { name: "All commands" }));
  const group = ACTIONS.find((action) => action.id === id)?.group;
  const label = words(`action-${id}`);
  const found = await waitFor(() => {
    // Names may stand in several groups; a command is found in its own.
    const all = palette.getAllByText(label);
    return all.find((one) => one.closest(`[aria-label="${words(`editor-group-${group}`)}"]`)) ?? all[0];
  });
  await user.click(found as HTMLElement);
}

const stand =
  (row: string, place: string): Turn =>
  ({ document }) =>
    act(() => cellOf(document, row, place).focus());
const onStage = stand("stages", "Finds");
const onStep = stand("steps", "Searches");
const onCard =
  (text: string): Turn =>
  () =>
    act(() => screen.getByText(text).closest<HTMLElement>("[data-card]")?.focus());
const onFeeling: Turn = () =>
  act(() => screen.getByRole("slider", { name: /Anna at “Searches”: claimed/ }).focus());
const nowhere: Turn = () => undefined;
const look = (view: object) => localStorage.setItem("kelias-view-shop", JSON.stringify(view));
const pick = (name: string): Turn => {
  return async ({ user }) => user.click(await screen.findByRole("button", { name }));
};
const choosePlace = (name: string): Turn => {
  return async ({ user }) => {
    const dialog = within(await screen.findByRole("dialog", { name: "Draw a transition" }));
    await user.type(await dialog.findByRole("combobox"), name);
    await user.keyboard("{ArrowDown}{Enter}");
    await user.click(dialog.getByRole("button", { name: "Apply" }));
  };
};

/** For each command that begins a text: where one stands, and what is answered if it asks. */
const CASES: Readonly<Record<string, readonly [Turn, Turn?]>> = {
  rename: [onCard("Is it warm?")],
  "card-add": [stand("Asks", "Pays")],
  "stage-add-before": [onStage],
  "stage-add-after": [onStage],
  "stage-split": [stand("steps", "Compares")],
  "stage-goal": [onStage],
  "step-add-before": [onStep],
  "step-add-after": [onStep],
  "step-split": [onCard("Is it warm?")],
  "step-success": [onStep],
  "lane-add-above": [stand("Asks", "Pays"), pick("Quotes")],
  "lane-add-below": [stand("Asks", "Pays"), pick("Quotes")],
  "lane-split": [onCard("Is it warm?")],
  "touchpoint-add": [onStep],
  "touchpoint-actor": [onCard("Search engine")],
  "emotion-word": [onFeeling],
  "barrier-add": [onStep],
  "idea-add": [stand("steps", "Pays")],
  "transition-add": [onStage, choosePlace("Buys")],
  "persona-add": [onStage],
  "persona-trait": [nowhere, pick("Needs")],
  "evidence-add": [onStage],
};

/** The text that is under edit. */
function written(): Promise<HTMLElement> {
  return waitFor(() => {
    const box = document.querySelector<HTMLElement>(".cm-content[role=textbox]");
    expect(box).not.toBeNull();
    return box as HTMLElement;
  });
}

const TOUCHPOINTS = [...FEW_LANES.lanes, { id: "where", kind: "touchpoints", title: "Where" }];

describe("a command that begins a text", () => {
  it.each(Object.keys(CASES))("shows where it is written (%s)", async (id) => {
    const [at, answer] = CASES[id] ?? [];
    const lanes = id === "touchpoint-actor" ? TOUCHPOINTS : FEW_LANES.lanes;
    const panel = id === "persona-trait" ? "personas" : null;
    const opened = await openEditor({ ...FEW_LANES, lanes }, {}, () => look({ panel }));
    if (panel) await screen.findByRole("button", { name: "Add persona" });
    await at?.(opened);
    await start(opened, id);
    await answer?.(opened);
    await written();
  });

  it("is among those above", () => {
    const { steps, stages, lanes, cards, persona, touchpoint, evidence, transition } = smallMap();
    const one = (table: Selection["records"][number]["table"], key: string): Selection => ({
      cells: [],
      records: [{ table, key }],
    });
    const selections: Selection[] = [
      one("stages", stages[1]),
      one("steps", steps[1]),
      one("lanes", lanes.does),
      one("items", cards[0]),
      one("touchpoints", touchpoint),
      one("personas", persona),
      one("evidence", evidence),
      one("transitions", transition),
      { cells: [], records: [], emotion: { place: steps[0], persona, side: "claimed" } },
    ];
    const beginning = selections.flatMap((selection) =>
      ACTIONS.filter((action) => {
        const { document } = smallMap();
        const context = contextOf(document, selection);
        if (!action.appliesTo(context) || !action.isEnabled(context)) return false;
        const answers = [1, 2, 3, 4, 5, 6].map((seed) => answerTo(action, document, seeded(seed)));
        return answers.some((answer) => action.run(context, answer)?.edit !== undefined);
      }).map((action) => action.id),
    );
    expect([...new Set(beginning)].sort()).toEqual(Object.keys(CASES).sort());
  });
});

describe("what is written out of sight", () => {
  it("is brought into sight where its lane is hidden", async () => {
    const lanes = SHOP.lanes.map((lane: { id: string }) => ({ ...lane, hidden: lane.id === "stops" }));
    const opened = await openEditor({ ...SHOP, lanes });
    await onStep(opened);
    await start(opened, "barrier-add");
    await written();
    expect(opened.document.snapshot.lanes).toHaveLength(4);
  });

  it("is made large enough to be read, and what stands there is read first", async () => {
    const opened = await openEditor(SHOP, {}, () => look({ zoom: 0.2 }));
    await stand("Does", "Searches")(opened);
    await opened.user.keyboard("{Enter}");
    expect(await screen.findByText("Types a word")).toBeTruthy();
    expect(document.querySelector(".cm-content")).toBeNull();
    expect(cellOf(opened.document, "Does", "Searches").querySelectorAll("[data-card]")).toHaveLength(2);
  });

  it("makes the first goal, and leaves no empty row behind", async () => {
    const opened = await openEditor();
    await onStage(opened);
    await start(opened, "stage-goal");
    const box = await written();
    expect(box.closest("[data-row]")?.getAttribute("data-row")).toBe("goals");
    await opened.user.keyboard("{Escape}");
    await waitFor(() => expect(document.activeElement).toBe(cellOf(opened.document, "goals", "Finds")));
    await opened.user.keyboard("{ArrowUp}");
    await waitFor(() => expect(document.querySelector("[data-row=goals]")).toBeNull());
  });

  it("is the way that is there already, when it is added again", async () => {
    const opened = await openEditor();
    for (const _ of [1, 2]) {
      await onStage(opened);
      await start(opened, "transition-add");
      await choosePlace("Buys")(opened);
      await written();
      await opened.user.keyboard("{Escape}");
      await waitFor(() => expect(document.querySelector(".cm-content")).toBeNull());
    }
    expect(opened.document.snapshot.transitions).toHaveLength(1);
    expect(screen.getByText(/^Already there: transition/)).toBeTruthy();
  });

  it("turns into what gets a lane of its own, where the map has none", async () => {
    const opened = await openEditor(FEW_LANES);
    await onCard("Is it warm?")(opened);
    await start(opened, "card-to-barrier");
    expect(await screen.findByText("Is it warm?")).toBeTruthy();
    expect(opened.document.snapshot.lanes.at(-1)?.title).toEqual({ "": "Barriers" });
    act(() => void opened.document.undo.undo());
    expect(opened.document.snapshot.lanes).toHaveLength(3);
  });
});
