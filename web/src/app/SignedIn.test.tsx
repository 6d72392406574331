import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { draw } from "../../test/drawing";
import { serve } from "../../test/serving";
import { SignedIn } from "./SignedIn";

const guest = {
  actor: "guest",
  name: "Ona",
  maps: [
    { map: "shop", can_edit: false },
    { map: "clinic", can_edit: true },
  ],
  can_edit: true,
  version: "0.1.0",
};

it("lets a guest see every map that was shared", async () => {
  serve({ "GET /api/v1/session": () => ({ body: guest }) });
  const { history } = draw(<SignedIn map="clinic">The clinic</SignedIn>);
  expect(await screen.findByText("The clinic")).toBeTruthy();
  expect(history.some((path) => path.startsWith("/maps/"))).toBe(false);
});

it("leads a guest from any other screen to the map that was shared last", async () => {
  serve({ "GET /api/v1/session": () => ({ body: guest }) });
  const { history } = draw(<SignedIn>All maps</SignedIn>);
  await waitFor(() => expect(history.at(-1)).toBe("/maps/shop"));
});
