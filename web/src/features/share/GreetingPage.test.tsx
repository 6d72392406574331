import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { draw } from "../../../test/drawing";
import { serve } from "../../../test/serving";
import GreetingPage from "./GreetingPage";

it("asks a guest for a name and opens the map", async () => {
  const log = serve({
    "GET /api/v1/links/s3cret": () => ({ body: { map: "shop", title: "Shop", can_edit: true } }),
    "POST /api/v1/guests": () => ({ status: 201, body: { map: "shop", can_edit: true } }),
  });
  const { history } = draw(<GreetingPage secret="s3cret" />);
  expect(await screen.findByRole("heading", { name: "Shop" })).toBeTruthy();
  const open = screen.getByRole<HTMLButtonElement>("button", { name: "Open the map" });
  expect(open.disabled).toBe(true);
  await userEvent.type(screen.getByLabelText("Your name"), " Jonas {Enter}");
  await waitFor(() => expect(history.at(-1)).toBe("/maps/shop"));
  expect(JSON.parse(log[1]?.body ?? "")).toEqual({ link: "s3cret", name: "Jonas" });
});

it("says what to do about a link that is over", async () => {
  serve({ "GET /api/v1/links/.*": () => ({ status: 410, body: { title: "over" } }) });
  draw(<GreetingPage secret="old" />);
  expect(await screen.findByText(/Ask for a new one/)).toBeTruthy();
});
