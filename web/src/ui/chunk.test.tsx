import { MantineProvider } from "@mantine/core";
import { act, render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { chunk } from "./chunk";

it("keeps what is shown meanwhile and asks again for a file that cannot be fetched", async () => {
  vi.useFakeTimers();
  try {
    const missed = vi.fn();
    let isServerThere = false;
    const Late = chunk(
      async () => {
        if (!isServerThere) throw new Error("Failed to fetch dynamically imported module");
        return { default: () => <p>editor</p> };
      },
      () => <p>as it is</p>,
      missed,
    );
    render(
      <MantineProvider>
        <Late />
      </MantineProvider>,
    );
    const pass = () => act(() => vi.advanceTimersByTimeAsync(10_000));
    await pass();
    expect(screen.getByText("as it is")).toBeTruthy();
    expect(missed).toHaveBeenCalledTimes(1);
    isServerThere = true;
    await pass();
    expect(screen.getByText("editor")).toBeTruthy();
  } finally {
    vi.useRealTimers();
  }
});
