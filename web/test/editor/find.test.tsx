import { act, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { cellOf, openEditor, SHOP } from "./support";

type Opened = Awaited<ReturnType<typeof openEditor>>;

async function search({ user, document }: Opened, words: string) {
  act(() => cellOf(document, "stages", "Finds").focus());
  await user.keyboard("{Control>}f{/Control}");
  const field = await screen.findByRole("textbox", { name: "Find" });
  await user.type(field, words);
  return field;
}
const chosen = () => window.document.querySelector<HTMLElement>("[data-chosen]");
/** What the dialog says of the match it stands on. */
const said = (words: RegExp) =>
  screen.getAllByRole("status").some((one) => words.test(one.textContent ?? ""));

describe("find", () => {
  it("goes on with every Enter", async () => {
    const opened = await openEditor();
    const { user, document } = opened;
    await search(opened, "pa");
    await user.keyboard("{Enter}");
    expect(chosen()).toBe(cellOf(document, "steps", "Compares"));
    await user.keyboard("{Enter}");
    expect(chosen()).toBe(cellOf(document, "steps", "Pays"));
    await user.keyboard("{Shift>}{Enter}{/Shift}");
    expect(chosen()).toBe(cellOf(document, "steps", "Compares"));
  });

  it("says where a match stands that the grid does not show", async () => {
    const opened = await openEditor();
    await search(opened, "anna");
    expect(said(/Persona: “Anna”/)).toBe(true);
    await opened.user.clear(screen.getByRole("textbox", { name: "Find" }));
    await opened.user.type(screen.getByRole("textbox", { name: "Find" }), "word");
    expect(said(/Not on the grid/)).toBe(false);
  });

  it("comes to the word of an emotion and to the goal of a stage", async () => {
    const stages = structuredClone(SHOP.stages);
    stages[0].goal = "A warm coat";
    stages[0].steps[0].emotion.anna.word = "warmly curious";
    const opened = await openEditor({ ...SHOP, stages });
    const { user, document } = opened;
    await search(opened, "warm");
    await user.keyboard("{Enter}");
    expect(chosen()).toBe(cellOf(document, "goals", "Finds"));
    await user.keyboard("{Enter}");
    expect(chosen()).toBe(cellOf(document, "Feels", "Searches"));
  });

  it("replaces one after the other, and does not come back to what it put in", async () => {
    const opened = await openEditor();
    const { user, document } = opened;
    await search(opened, "pa");
    await user.type(screen.getByRole("textbox", { name: "Replace with" }), "papa");
    const replace = screen.getByRole("button", { name: "Replace" });
    await user.click(replace);
    await user.click(replace);
    const titles = document.snapshot.stages.flatMap((stage) => stage.steps.map((step) => step.title[""]));
    expect(titles).toEqual(["Searches", "Compapares", "papays"]);
  });
});
