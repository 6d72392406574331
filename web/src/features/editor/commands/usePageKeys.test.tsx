import { fireEvent, render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Command, Commands } from "./command";
import { usePageKeys } from "./usePageKeys";

const command = (id: string, group: string, key: string, isEnabled = true): Command => ({
  id,
  group,
  label: id,
  icon: "",
  keys: [key],
  isEnabled,
  isInMenu: false,
  run: () => undefined,
});

it("hears commands that need nothing chosen while nothing has the focus", () => {
  const started: string[] = [];
  const commands: Commands = {
    now: () => [
      command("find", "view", "mod+F"),
      command("remove", "common", "Delete"),
      command("undo", "history", "mod+Z", false),
    ],
    asking: null,
    start: (id) => started.push(id),
    answer: () => undefined,
    onKeyDown: () => undefined,
  };
  function Page() {
    usePageKeys(commands);
    return <input aria-label="field" />;
  }
  render(<Page />);
  // Whether the browser's own search stays closed.
  expect(fireEvent.keyDown(document.body, { key: "f", ctrlKey: true })).toBe(false);
  expect(fireEvent.keyDown(document.body, { key: "Delete" })).toBe(true);
  expect(fireEvent.keyDown(document.body, { key: "z", ctrlKey: true })).toBe(true);
  expect(fireEvent.keyDown(screen.getByLabelText("field"), { key: "f", ctrlKey: true })).toBe(true);
  expect(started).toEqual(["find"]);
});
