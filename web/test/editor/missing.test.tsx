import { renderHook, screen, waitFor } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { PANELS } from "@/features/editor/panels";
import { useFetchAhead } from "@/features/editor/state/useFetchAhead";
import { grid, openEditor } from "./support";

const server = vi.hoisted(() => ({ isThere: false }));

vi.mock("@/features/share/SharePanel", () => ({
  default: () => {
    // As a file that breaks when it is fetched: React is told of both in the same way.
    if (!server.isThere) throw new TypeError("Failed to fetch dynamically imported module: share.js");
    return <p>Links to the map</p>;
  },
}));

it("keeps the map when a panel cannot be fetched, and fetches it on the next try", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  const { user } = await openEditor();
  await user.click(screen.getByRole("button", { name: "Share" }));
  const trouble = await screen.findByRole("alert");
  expect(trouble.textContent).toContain("on the server, which does not answer");
  expect(grid()).toBeTruthy();
  server.isThere = true;
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("Links to the map")).toBeTruthy();
});

it("fetches all that a reader can open before the connection may be gone", async () => {
  const fetched: string[] = [];
  for (const { id, component } of PANELS) {
    vi.spyOn(component, "fetch").mockImplementation(async () => {
      fetched.push(id);
      return () => null;
    });
  }
  const parts = [{ fetch: async () => fetched.push("presentation") }];
  renderHook(() => useFetchAhead({ isReady: true, canEdit: false, isOwner: false, parts }));
  await waitFor(() =>
    expect(fetched).toEqual(["personas", "evidence", "history", "details", "transitions", "presentation"]),
  );
});
