import { screen, waitFor, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { serve } from "../serving";
import { grid, openEditor } from "./support";

it("says why the server takes nothing more, and tries again", async () => {
  const reconnect = vi.fn();
  const state = { kind: "refused", reason: "too-large", unsent: 2 } as const;
  const { user } = await openEditor(undefined, { state, reconnect });
  const banner = within(screen.getByRole("alert"));
  expect(banner.getByText(/larger than the server takes.*2 changes are in this browser only/)).toBeTruthy();
  expect(grid()).toBeTruthy();
  await user.click(banner.getByRole("button", { name: "Try again" }));
  expect(reconnect).toHaveBeenCalledOnce();
});

it("saves a map that is gone as a new one, and goes there", async () => {
  const asked = serve({ "POST /api/v1/maps": () => ({ status: 201, body: { id: "shop-2" } }) });
  const state = { kind: "refused", reason: "gone", unsent: 1 } as const;
  const { user } = await openEditor(undefined, { state });
  await user.click(screen.getByRole("button", { name: "Save as a new map" }));
  await waitFor(() => expect(window.location.pathname).toBe("/maps/shop-2"));
  const made = asked.find(({ method, path }) => method === "POST" && path === "/api/v1/maps");
  expect(JSON.parse(made?.body ?? "{}")).toMatchObject({ id: "shop", title: "A small shop", language: "en" });
});

it("lets a guest take the map along as a file, and make none", async () => {
  const made = vi.fn(() => "blob:map");
  Object.assign(URL, { createObjectURL: made, revokeObjectURL: () => undefined });
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);
  const state = { kind: "refused", reason: "forbidden", unsent: 1 } as const;
  const { user } = await openEditor(undefined, { state, isOwner: false });
  expect(screen.queryByRole("button", { name: "Save as a new map" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Download the map" }));
  expect(made).toHaveBeenCalledOnce();
  expect(clicked).toHaveBeenCalledOnce();
});
