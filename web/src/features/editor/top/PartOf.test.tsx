import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { draw } from "../../../../test/drawing";
import { summary } from "../../../../test/maps";
import { serve } from "../../../../test/serving";
import { PartOf } from "./PartOf";

const shop = summary("shop", { title: { en: "Shop" }, maps: ["checkout"] });
const clinic = summary("clinic", { title: { en: "Clinic" }, maps: ["checkout"] });
const lone = summary("lone", { title: { en: "Lone" } });

describe("the way back from the map of a stage", () => {
  it("is a link where one map leads here", async () => {
    serve({ "GET /api/v1/maps": () => ({ body: [shop, lone] }) });
    const { history } = draw(<PartOf id="checkout" isOwner />);
    await userEvent.click(await screen.findByRole("link", { name: "Back to “Shop”" }));
    expect(history.at(-1)).toBe("/maps/shop");
  });

  it("is a choice where several do", async () => {
    serve({ "GET /api/v1/maps": () => ({ body: [shop, clinic] }) });
    const { history } = draw(<PartOf id="checkout" isOwner />);
    await userEvent.click(await screen.findByRole("button", { name: "This map is part of" }));
    await userEvent.click(await screen.findByRole("menuitem", { name: "Clinic" }));
    expect(history.at(-1)).toBe("/maps/clinic");
  });

  it("is not asked for by guests, who see their one map only", async () => {
    const log = serve({ "GET /api/v1/maps": () => ({ body: [shop] }) });
    draw(<PartOf id="checkout" isOwner={false} />);
    await waitFor(() => expect(screen.queryByRole("link")).toBeNull());
    expect(log).toEqual([]);
  });
});
