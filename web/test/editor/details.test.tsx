import { act, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { chooseLanguage } from "@/app/i18n";
import { addTarget } from "@/document/edits/flow";
import { summary } from "../maps";
import { serve } from "../serving";
import { cellOf, openEditor, SHOP } from "./support";

type Opened = Awaited<ReturnType<typeof openEditor>>;
let actor = "owner";

beforeEach(() => {
  actor = "owner";
  serve({
    "GET /api/v1/session": () => ({ body: { actor, name: "Rasa", can_edit: true, version: "0.1.0" } }),
    "GET /api/v1/maps": () => ({
      body: [
        summary("shop", { title: { en: "A small shop" } }),
        summary("search", { title: { en: "Looking for a coat" } }),
        summary("parcel", { title: { en: "Waiting for the parcel" } }),
      ],
    }),
  });
});

/** The details of a stage or step. */
async function detailsOf({ user, document }: Opened, row: string, place: string) {
  act(() => cellOf(document, row, place).focus());
  await user.keyboard("{Alt>}{Enter}{/Alt}");
  return screen.findByRole("complementary", { name: "Details" });
}

/** What the list of a field offers. */
function offeredBy(field: HTMLElement): (string | null)[] {
  const list = document.getElementById(field.getAttribute("aria-controls") ?? "");
  return [...(list?.querySelectorAll("[role=option]") ?? [])].map((one) => one.textContent);
}

const stage = ({ document }: Opened) => document.snapshot.stages[0];
const MAP = "Map of its own";

describe("the map of a stage", () => {
  it("is found among the other maps by its title, and taken away again", async () => {
    const opened = await openEditor();
    const { user } = opened;
    const panel = within(await detailsOf(opened, "stages", "Finds"));
    const field = await panel.findByRole("combobox", { name: MAP });
    await user.type(field, "coat");
    expect(offeredBy(field)).toEqual(["Looking for a coat (search)"]);
    await user.keyboard("{ArrowDown}{Enter}");
    expect(stage(opened)?.map).toBe("search");
    await user.click(field);
    await user.click(screen.getByRole("option", { name: "None" }));
    expect(stage(opened)?.map).toBeUndefined();
    await user.click(field);
    expect(offeredBy(field)).toEqual(["Looking for a coat (search)", "Waiting for the parcel (parcel)"]);
  });

  const linked = {
    ...SHOP,
    stages: (SHOP.stages as object[]).map((one, at) => (at ? one : { ...one, map: "gone" })),
  };

  it("is shown by its id where there is no such map", async () => {
    const panel = within(await detailsOf(await openEditor(linked as typeof SHOP), "stages", "Finds"));
    const field = await panel.findByRole("combobox", { name: MAP });
    expect((field as HTMLInputElement).value).toBe("gone (no such map here)");
  });

  it("can only be read by a guest", async () => {
    actor = "guest";
    const panel = within(await detailsOf(await openEditor(linked as typeof SHOP), "stages", "Finds"));
    const field = (await panel.findByRole("textbox", { name: MAP })) as HTMLInputElement;
    expect(field.value).toBe("gone");
    expect(field.readOnly).toBe(true);
    expect(panel.queryByRole("combobox", { name: MAP })).toBeNull();
  });

  it("is asked for by the command as well", async () => {
    const opened = await openEditor();
    const { user, document } = opened;
    act(() => cellOf(document, "stages", "Finds").focus());
    await user.keyboard("{Control>}k{/Control}");
    await user.click(await screen.findByText("Link to a map of its own"));
    const dialog = await screen.findByRole("dialog", { name: "Link to a map of its own" });
    await user.type(await within(dialog).findByRole("combobox"), "parcel");
    await user.keyboard("{ArrowDown}{Enter}");
    await user.click(within(dialog).getByRole("button", { name: "Apply" }));
    expect(stage(opened)?.map).toBe("parcel");
  });
});

describe("the targets of a step", () => {
  const targets = ({ document }: Opened) =>
    document.snapshot.targets.map(({ metric, atLeast, atMost, alertAfter }) => ({
      metric,
      atLeast,
      atMost,
      alertAfter,
    }));

  it("are set, changed and removed in its details", async () => {
    const opened = await openEditor();
    const { user } = opened;
    const panel = within(await detailsOf(opened, "steps", "Searches"));
    await user.click(panel.getByRole("button", { name: "Set a target" }));
    const fresh = within(panel.getByRole("region", { name: "New target" }));
    expect((fresh.getByRole("button", { name: "Apply" }) as HTMLButtonElement).disabled).toBe(true);
    await user.type(fresh.getByRole("textbox", { name: "Value" }), "40");
    await user.click(fresh.getByRole("button", { name: "Apply" }));
    expect(targets(opened)).toEqual([{ metric: "conversion_to_next", atLeast: 0.4 }]);

    const there = within(
      await panel.findByRole("region", { name: "conversion to the next step: at least 40%" }),
    );
    await user.type(there.getByRole("textbox", { name: "Alarm when missed for so long" }), "2d");
    await user.click(there.getByRole("radio", { name: "at most" }));
    expect(targets(opened)).toEqual([{ metric: "conversion_to_next", atMost: 0.4, alertAfter: "2d" }]);
    await user.click(there.getByRole("button", { name: "Remove the target" }));
    expect(targets(opened)).toEqual([]);
  });

  it("take times as times", async () => {
    const opened = await openEditor();
    const { user, document } = opened;
    const panel = within(await detailsOf(opened, "steps", "Searches"));
    await user.click(panel.getByRole("button", { name: "Set a target" }));
    const fresh = within(panel.getByRole("region", { name: "New target" }));
    await user.click(fresh.getByRole("combobox", { name: "Metric" }));
    await user.click(screen.getByRole("option", { name: "median time to the next step" }));
    await user.type(fresh.getByRole("textbox", { name: "Value" }), "15m");
    await user.click(fresh.getByRole("button", { name: "Apply" }));
    await waitFor(() => expect(document.snapshot.targets).toMatchObject([{ atMost: 900 }]));
  });

  it("are changed by the command, which begins with what stands there", async () => {
    const opened = await openEditor();
    const { user, document } = opened;
    const step = document.snapshot.stages[0]?.steps[0]?.key ?? "";
    const wanted = { metric: "share", bound: { atLeast: 0.5 } } as const;
    act(() => void addTarget({ document, language: "en" }, step, wanted));
    act(() => cellOf(document, "steps", "Searches").focus());
    await user.keyboard("{Control>}k{/Control}");
    await user.click(await screen.findByText("Change a target"));
    const dialog = within(await screen.findByRole("dialog", { name: "Change a target" }));
    const value = dialog.getByRole("textbox", { name: "Value" });
    expect((value as HTMLInputElement).value).toBe("50 %");
    await user.clear(value);
    await user.type(value, "70");
    await user.click(dialog.getByRole("button", { name: "Apply" }));
    expect(targets(opened)).toEqual([{ metric: "share", atLeast: 0.7 }]);
  });
});

describe("numbers", () => {
  const pressed = async (user: Opened["user"], field: HTMLElement, keys: string) => {
    await user.click(field);
    await user.keyboard(`{Control>}a{/Control}${keys}`);
  };

  it("of an emotion are typed with point, comma and sign, and count once they are left", async () => {
    const opened = await openEditor();
    const { user, document } = opened;
    const anna = document.snapshot.personas[0]?.key ?? "";
    const claimed = () => stage(opened)?.steps[0]?.emotion[anna]?.claimed;
    act(() => cellOf(document, "Feels", "Searches").focus());
    await user.keyboard("{Enter}{Alt>}{Enter}{/Alt}");
    const panel = within(await screen.findByRole("complementary", { name: "Details" }));
    const field = await panel.findByRole("textbox", { name: "claimed" });
    await pressed(user, field, "1.5");
    expect(claimed()).toBe(0.5);
    await user.tab();
    expect(claimed()).toBe(1.5);
    act(() => void document.undo.undo());
    expect(claimed()).toBe(0.5);
    await pressed(user, field, "-1{Enter}");
    expect(claimed()).toBe(-1);
    await pressed(user, field, "0,7{Enter}");
    expect(claimed()).toBe(0.7);
    await pressed(user, field, "-{Enter}");
    expect(claimed()).toBe(0.7);
    await pressed(user, field, "9{Enter}");
    expect(claimed()).toBe(2);
    await pressed(user, field, "{Backspace}");
    await user.tab();
    expect(claimed()).toBeUndefined();
  });

  it("of a target too", async () => {
    const opened = await openEditor();
    const { user, document } = opened;
    const panel = within(await detailsOf(opened, "steps", "Searches"));
    await user.click(panel.getByRole("button", { name: "Set a target" }));
    const fresh = within(panel.getByRole("region", { name: "New target" }));
    await user.type(fresh.getByRole("textbox", { name: "Value" }), "2.5");
    await user.click(fresh.getByRole("button", { name: "Apply" }));
    expect(document.snapshot.targets[0]?.atLeast).toBe(0.025);
    const there = within(panel.getByRole("region", { name: /at least 2.5/ }));
    await pressed(user, there.getByRole("textbox", { name: "Value" }), "31.5");
    await user.tab();
    expect(document.snapshot.targets[0]?.atLeast).toBe(0.315);
  });
});

describe("the channel of a touchpoint", () => {
  it("is shown in the reader's language and kept by the word of the format", async () => {
    await chooseLanguage("ru");
    try {
      const lanes = [...SHOP.lanes, { id: "where", kind: "touchpoints", title: "Where" }];
      const opened = await openEditor({ ...SHOP, lanes });
      const { user } = opened;
      const channel = () => stage(opened)?.steps[0]?.touchpoints[0]?.channel;
      const pill = screen.getByText("Search engine").closest<HTMLElement>("[data-card]");
      expect(pill?.getAttribute("aria-label")).toContain("поиск");
      act(() => pill?.focus());
      await user.keyboard("{Alt>}{Enter}{/Alt}");
      const panel = within(await screen.findByRole("complementary", { name: "Подробности" }));
      const field = await panel.findByRole<HTMLInputElement>("combobox", { name: "Канал" });
      expect(field.value).toBe("поиск");
      await user.clear(field);
      await user.type(field, "колл");
      await user.click(screen.getByRole("option", { name: "колл-центр" }));
      expect(channel()).toBe("call centre");
      await user.clear(field);
      await user.type(field, "факс");
      await user.tab();
      expect(channel()).toBe("факс");
      act(() => pill?.focus());
      await user.keyboard("{Control>}k{/Control}");
      await user.click(await screen.findByText("Канал", { selector: "[data-action] *" }));
      const dialog = within(await screen.findByRole("dialog", { name: "Канал" }));
      await user.clear(await dialog.findByRole("combobox"));
      await user.type(dialog.getByRole("combobox"), "Магазин{Enter}");
      expect(channel()).toBe("store");
    } finally {
      await chooseLanguage("en");
    }
  });
});

describe("a card of a lane of pictures", () => {
  const file = { ...SHOP, lanes: [...SHOP.lanes, { id: "sees", kind: "image", title: "Sees" }] };
  const picture = new File(["x"], "shelf.png", { type: "image/png" });
  const pictureOf = ({ document }: Opened) =>
    Object.values(stageStep(document)?.cells ?? {})
      .flat()
      .at(-1);
  const stageStep = (document: Opened["document"]) => document.snapshot.stages[1]?.steps[0];

  /** Answers uploads, which the test's server cannot read. */
  function takePictures() {
    const answer = vi.mocked(fetch).getMockImplementation() ?? fetch;
    vi.mocked(fetch).mockImplementation(async (input, init) =>
      String(input).endsWith("/images")
        ? new Response(JSON.stringify({ path: "images/shelf.png" }), { status: 201 })
        : answer(input, init),
    );
  }

  it("is given its first picture by a file chosen in the cell, before it has words", async () => {
    takePictures();
    const opened = await openEditor(file);
    const { user, document, container } = opened;
    act(() => cellOf(document, "Sees", "Pays").focus());
    await user.keyboard("{Enter}");
    const choose = await screen.findByRole("button", { name: "Choose a picture" });
    vi.spyOn(HTMLInputElement.prototype, "click").mockImplementation(() => undefined);
    await user.click(choose);
    expect(pictureOf(opened)).toBeDefined();
    const input = container.querySelector<HTMLInputElement>("[data-card] input[type=file]");
    await user.upload(input as HTMLInputElement, picture);
    await waitFor(() => expect(pictureOf(opened)?.image).toBe("images/shelf.png"));
  });

  it("asks for it in the details and by command", async () => {
    takePictures();
    const stages = structuredClone(SHOP.stages);
    stages[1].steps[0].cells = { sees: ["The shelf"] };
    const opened = await openEditor({ ...file, stages });
    const { user } = opened;
    act(() => screen.getByText("The shelf").closest<HTMLElement>("[data-card]")?.focus());
    await user.keyboard("{Alt>}{Enter}{/Alt}");
    const panel = within(await screen.findByRole("complementary", { name: "Details" }));
    expect(await panel.findByText("Picture")).toBeTruthy();
    await user.keyboard("{Control>}k{/Control}");
    await user.click(await screen.findByText("Picture", { selector: "[data-action] *" }));
    const dialog = await screen.findByRole("dialog", { name: "Picture" });
    await user.upload(dialog.querySelector("input[type=file]") as HTMLInputElement, picture);
    await waitFor(() => expect(pictureOf(opened)?.image).toBe("images/shelf.png"));
  });
});
