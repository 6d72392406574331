import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { addTarget } from "@/document/edits/flow";
import type { MeasuredStep, Measurement } from "@/features/editor/measured/measurement";
import { cellOf, grid, openEditor, SHOP } from "./support";

const UNKNOWN = {
  share_low: null,
  share_high: null,
  next: null,
  conversion_to_next: null,
  conversion_low: null,
  conversion_high: null,
  dropped: null,
  median_seconds_to_next: null,
  p90_seconds_to_next: null,
  retention: null,
  retention_travellers: null,
  retention_without: null,
  retention_difference_low: null,
  retention_difference_high: null,
  emotion_claimed: null,
  emotion_measured: null,
  emotion_low: null,
  emotion_high: null,
  ratings: null,
  events: null,
  touchpoints: [],
} satisfies Partial<MeasuredStep>;

const MEASUREMENT: Measurement = {
  map: "shop",
  period: { since: null, until: null },
  travellers: 200,
  steps: [
    {
      ...UNKNOWN,
      step: "search",
      stage: "find",
      travellers: 150,
      share: 0.75,
      share_low: 0.69,
      share_high: 0.8,
      next: "compare",
      conversion_to_next: 0.4,
      conversion_low: 0.32,
      conversion_high: 0.48,
    },
    { ...UNKNOWN, step: "compare", stage: "find", travellers: 60, share: 0.3 },
  ],
  not_on_map: [],
  never_taken: [],
  evidence_coverage: null,
  definitions: {},
};

const MEASURED_SHOP = {
  ...SHOP,
  lanes: [
    ...(SHOP.lanes ?? []),
    { id: "goes-on", kind: "metric", title: "Goes on", metric: "conversion_to_next" },
  ],
} as typeof SHOP;

const open = () => openEditor(MEASURED_SHOP, { measurement: MEASUREMENT });
const focused = () => document.activeElement as HTMLElement;
const hint = () => screen.queryByRole("tooltip");

/** Comes to the cell below by the keyboard, from the head above it. */
async function walkTo({ user, document }: Awaited<ReturnType<typeof open>>) {
  act(() => cellOf(document, "steps", "Searches").focus());
  await user.keyboard("{ArrowDown}");
  const cell = cellOf(document, "measured", "Searches");
  await waitFor(() => expect(focused()).toBe(cell));
  return cell;
}

describe("what explains a measured number", () => {
  it("opens when the keyboard comes to the cell, and describes it", async () => {
    const opened = await open();
    const { document } = opened;
    const step = document.snapshot.stages[0]?.steps[0]?.key ?? "";
    const wanted = { metric: "conversion_to_next", bound: { atLeast: 0.5 } } as const;
    act(() => void addTarget({ document, language: "en" }, step, wanted));
    const cell = await walkTo(opened);
    const card = await screen.findByRole("tooltip");
    expect(card.textContent).toContain("of 200, 95 % interval 69.0–80.0 %");
    expect(card.textContent).toContain("those who went on to “Compares”");
    expect(card.textContent).toContain("of 150, 95 % interval 32.0–48.0 %");
    expect(card.textContent).toContain("Target – conversion to the next step: at least 50%");
    expect(cell.getAttribute("aria-describedby")).toBe(card.id);
    expect(grid().querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  });

  it("is not needed to see which targets are met", async () => {
    const { document } = await open();
    const step = document.snapshot.stages[0]?.steps[0]?.key ?? "";
    const desk = { document, language: "en" };
    act(() => void addTarget(desk, step, { metric: "conversion_to_next", bound: { atLeast: 0.5 } }));
    act(() => void addTarget(desk, step, { metric: "share", bound: { atLeast: 0.7 } }));
    act(() => void addTarget(desk, step, { metric: "retention", bound: { atLeast: 0.1 } }));
    const cell = cellOf(document, "measured", "Searches");
    await within(cell).findByText("Target missed – conversion to the next step: at least 50%");
    await within(cell).findByText("Target met – share of the audience: at least 70%");
    // What was not measured is neither.
    expect(cell.textContent).not.toContain("retention");
  });

  it("is dismissed by Escape where one stands, and comes back with the number as a card", async () => {
    const opened = await open();
    const { user } = opened;
    const cell = await walkTo(opened);
    await screen.findByRole("tooltip");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(hint()).toBeNull());
    expect(focused()).toBe(cell);
    await user.keyboard("{Enter}");
    await waitFor(() => expect(focused().dataset.card).toMatch(/^measured\//));
    await screen.findByRole("tooltip");
    // The first Escape is the hint's, the second leads out of the card.
    await user.keyboard("{Escape}");
    await waitFor(() => expect(hint()).toBeNull());
    expect(focused().dataset.card).toMatch(/^measured\//);
    await user.keyboard("{Escape}");
    await waitFor(() => expect(focused()).toBe(cell));
  });

  it("goes with the focus", async () => {
    const opened = await open();
    await walkTo(opened);
    const first = (await screen.findByRole("tooltip")).id;
    await opened.user.keyboard("{ArrowRight}");
    await waitFor(() => expect(hint()?.id).not.toBe(first));
    await opened.user.keyboard("{ArrowUp}");
    await waitFor(() => expect(hint()).toBeNull());
  });

  it("stays while the pointer rests on the number or on the hint itself", async () => {
    const { user, document } = await open();
    const number = cellOf(document, "measured", "Searches").querySelector("[data-card]") as HTMLElement;
    await user.hover(number);
    const card = await screen.findByRole("tooltip");
    await user.hover(card);
    expect(hint()).toBe(card);
    await user.unhover(card);
    await waitFor(() => expect(hint()).toBeNull());
  });

  it("is that of one number in a metric lane", async () => {
    const { user, document } = await open();
    act(() => cellOf(document, "Barriers", "Searches").focus());
    await user.keyboard("{ArrowDown}");
    const cell = cellOf(document, "Goes on", "Searches");
    await waitFor(() => expect(focused()).toBe(cell));
    expect(cell.getAttribute("aria-label")).toBe("Goes on, Searches: 40%");
    const card = await screen.findByRole("tooltip");
    expect(card.querySelectorAll("dt")).toHaveLength(1);
    expect(card.textContent).toContain("of 150, 95 % interval 32.0–48.0 %");
  });
});
