import { MantineProvider } from "@mantine/core";
import { act, render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { chunk } from "./chunk";

it("shows something else and asks again for a file that cannot be fetched", async () => {
  vi.useFakeTimers();
  try {
    let isServerThere = false;
    const Late = chunk(
      async () => {
        if (!isServerThere) throw new Error("Failed to fetch dynamically imported module");
        return { default: () => <p>editor</p> };
      },
      () => <p>as it is</p>,
      () => <p>as it is, without the server</p>,
    );
    render(
      <MantineProvider>
        <Late />
      </MantineProvider>,
    );
    const pass = () => act(() => vi.advanceTimersByTimeAsync(10_000));
    await pass();
    expect(screen.getByText("as it is, without the server")).toBeTruthy();
    isServerThere = true;
    await pass();
    expect(screen.getByText("editor")).toBeTruthy();
  } finally {
    vi.useRealTimers();
  }
});
