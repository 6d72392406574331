import { MantineProvider, Modal, Popover } from "@mantine/core";
import { act, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { Floating } from "./Floating";
import { chooseLanguage } from "./i18n";
import { theme } from "./theme";

describe("what floats above the page", () => {
  afterEach(() => chooseLanguage("en"));

  it("stands in a landmark that is named in the reader's language", async () => {
    render(
      <MantineProvider theme={theme}>
        <main>
          <Popover opened>
            <Popover.Target>
              <button type="button">Open</button>
            </Popover.Target>
            <Popover.Dropdown>What was opened</Popover.Dropdown>
          </Popover>
          <Modal opened onClose={() => undefined} title="A question">
            Yes or no
          </Modal>
        </main>
        <Floating />
      </MantineProvider>,
    );
    const floating = within(screen.getByRole("region", { name: "Menus and hints" }));
    expect(await floating.findByText("What was opened")).toBeTruthy();
    expect(await floating.findByRole("dialog", { name: "A question" })).toBeTruthy();
    await act(() => chooseLanguage("lt"));
    expect(screen.getByRole("region", { name: "Meniu ir patarimai" })).toBeTruthy();
  });
});
