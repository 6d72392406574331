import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { Link } from "@/api/types";
import { type Editor, EditorProvider } from "@/features/editor/state/context";
import { draw } from "../../../test/drawing";
import { serve } from "../../../test/serving";
import SharePanel from "./SharePanel";

it("makes a link that lasts, shows its address once and revokes it", async () => {
  let links: Link[] = [];
  const log = serve({
    "GET /api/v1/maps/shop/links": () => ({ body: links }),
    "POST /api/v1/maps/shop/links": ({ body }) => {
      const made: Link = {
        ...JSON.parse(body),
        id: "l1",
        created_by: "Rasa",
        created_at: "2026-11-01T00:00:00Z",
        is_over: false,
      };
      links = [made];
      return { status: 201, body: { ...made, url: "http://127.0.0.1/share/s3cret" } };
    },
    "DELETE /api/v1/maps/shop/links/l1": () => {
      links = [];
      return { status: 204 };
    },
  });
  draw(
    <EditorProvider value={{ id: "shop" } as Editor}>
      <SharePanel />
    </EditorProvider>,
  );
  await userEvent.click(await screen.findByRole("radio", { name: "Can edit" }));
  await userEvent.click(screen.getByRole("button", { name: "Create link" }));
  expect(await screen.findByDisplayValue("http://127.0.0.1/share/s3cret")).toBeTruthy();
  const asked = log.find(({ method }) => method === "POST");
  expect(JSON.parse(asked?.body ?? "")).toEqual({ can_edit: true, expires_at: null });
  await userEvent.click(await screen.findByRole("button", { name: "Revoke the link: Can edit" }));
  await waitFor(() => expect(links).toEqual([]));
  await waitFor(() => expect(screen.queryByDisplayValue("http://127.0.0.1/share/s3cret")).toBeNull());
  expect(await screen.findByText("There is no link yet: only you can open this map.")).toBeTruthy();
});
