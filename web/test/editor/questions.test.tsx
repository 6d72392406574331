import { act, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { setTags } from "@/document/edits/head";
import { cellOf, openEditor, SHOP } from "./support";

type Opened = Awaited<ReturnType<typeof openEditor>>;

/** Asks the question of a command from where one stands. */
async function ask({ user }: Opened, command: string) {
  await user.keyboard("{Control>}k{/Control}");
  await user.click(await screen.findByText(command));
  return within(await screen.findByRole("dialog", { name: command }));
}
const tagsOf = ({ document }: Opened) => document.snapshot.tags.map(({ tag }) => tag);

describe("a question", () => {
  it("begins with what stands there, so that a word can be added", async () => {
    const opened = await openEditor();
    const { user, document } = opened;
    act(() => void setTags({ document, language: "en" }, ["retail", "coats"]));
    const dialog = await ask(opened, "Tags");
    const field = await dialog.findByRole<HTMLInputElement>("textbox", { name: "Tags" });
    expect(field.value).toBe("retail, coats");
    await user.type(field, ", winter{Enter}");
    expect(tagsOf(opened)).toEqual(["retail", "coats", "winter"]);
  });

  it("can be answered by nothing where nothing is an answer", async () => {
    const opened = await openEditor();
    const { user, document } = opened;
    act(() => void setTags({ document, language: "en" }, ["retail"]));
    const tags = await ask(opened, "Tags");
    await user.click(await tags.findByRole("button", { name: "Clear" }));
    expect(tagsOf(opened)).toEqual([]);
    const status = await ask(opened, "Status of the map");
    const draft = await status.findByRole("button", { name: "Draft" });
    expect(draft.getAttribute("aria-pressed")).toBe("true");
    expect(status.queryByRole("button", { name: "Clear" })).toBeNull();
  });

  it("keeps whom a barrier hinders already", async () => {
    const file = structuredClone(SHOP);
    file.personas.push({ id: "ben", name: "Ben" });
    file.stages[1].steps[0].barriers[0].personas = ["anna"];
    const opened = await openEditor(file);
    const { user, document } = opened;
    const barrier = () => document.snapshot.stages[1]?.steps[0]?.barriers[0];
    const cell = cellOf(document, "Barriers", "Pays");
    act(() => cell.querySelector<HTMLElement>("[data-card]")?.focus());
    const dialog = await ask(opened, "Whom it hinders");
    await user.click(await dialog.findByRole("combobox", { name: "Whom it hinders" }));
    await user.click(await screen.findByRole("option", { name: "Ben" }));
    await user.click(dialog.getByRole("button", { name: "Apply" }));
    expect(barrier()?.personas).toHaveLength(2);
  });
});
