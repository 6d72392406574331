import { act, render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { PeopleHere } from "@/features/editor/grid/PeopleHere";
import { type Presence, PresenceProvider, PresenceStore } from "@/features/editor/state/presence";

const standing = (name: string, colour: string, row: string): Presence => ({
  name,
  colour,
  at: { row, place: "search" },
});

it("names everybody who stands in a cell, and only redraws it when somebody comes or goes", () => {
  const store = new PresenceStore();
  const ona = standing("Ona", "#0072b2", "does");
  const petras = standing("Petras", "#b34700", "does");
  store.replace([ona, petras, standing("Rasa", "#00735c", "asks")]);
  const { container } = render(
    <PresenceProvider value={store}>
      <PeopleHere row="does" place="search" />
    </PresenceProvider>,
  );
  expect(screen.getByText("Ona")).toBeTruthy();
  expect(screen.getByText("Petras")).toBeTruthy();
  expect(screen.queryByText("Rasa")).toBeNull();
  expect(container.querySelectorAll("[aria-hidden]")).toHaveLength(2);

  const before = store.at(ona.at);
  store.replace([{ ...ona }, { ...petras }]);
  expect(store.at(ona.at)).toBe(before);
  act(() => store.replace([petras]));
  expect(screen.queryByText("Ona")).toBeNull();
  expect(screen.getByText("Petras")).toBeTruthy();
});
