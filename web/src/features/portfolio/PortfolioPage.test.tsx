import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import type { MapSummary } from "@/api/types";
import { draw } from "../../../test/drawing";
import { summary } from "../../../test/maps";
import { serve } from "../../../test/serving";
import PortfolioPage from "./PortfolioPage";

const session = { actor: "owner", name: "Rasa", can_edit: true, version: "0.1.0" };
let maps: MapSummary[];

function serveMaps() {
  const one = (id: string | undefined) => {
    const map = maps.find((map) => map.id === id);
    if (!map) throw new Error(`the test has no map ${id}`);
    return map;
  };
  return serve({
    "GET /api/v1/session": () => ({ body: session }),
    "GET /api/v1/maps": ({ query }) => ({
      body: maps.filter((map) => (map.deleted_at !== null) === query.has("deleted")),
    }),
    "DELETE /api/v1/maps/([^/]+)": (_, [, id]) => {
      one(id).deleted_at = "2026-11-02T00:00:00Z";
      return { status: 204 };
    },
    "POST /api/v1/maps/([^/]+)/undelete": (_, [, id]) => {
      one(id).deleted_at = null;
      return { body: one(id) };
    },
    "PATCH /api/v1/maps/([^/]+)": ({ body }, [, id]) => {
      one(id).folder = JSON.parse(body).folder;
      return { body: one(id) };
    },
    "GET /api/v1/maps/([^/]+)": (_, [, id]) => ({
      body: { kelias: 1, id, title: "Clinic", lanes: [] },
      headers: { ETag: '"7"' },
    }),
    "PUT /api/v1/maps/([^/]+)": ({ body }, [, id]) => {
      one(id).status = JSON.parse(body).status;
      return { body: JSON.parse(body) };
    },
  });
}

beforeEach(() => {
  localStorage.clear();
  maps = [
    summary("clinic", { title: { en: "Clinic" }, maps: ["ward"] }),
    summary("ward", { title: { en: "Ward" }, folder: "Health" }),
    summary("shop", { title: { en: "Shop" }, tags: ["retail"], problems: [PROBLEM] }),
  ];
});
const PROBLEM = {
  code: "unknown-lane-kind",
  severity: "error" as const,
  message: "there is no lane kind `emotoin`",
  line: 12,
  column: 11,
  suggestion: "emotion",
};

const cards = async () => {
  await screen.findByRole("heading", { level: 1 });
  return screen.getAllByRole("heading", { level: 2 }).map((heading) => heading.textContent);
};
async function choose(map: string, ...items: string[]) {
  await userEvent.click(await screen.findByRole("button", { name: `Actions for ${map}` }));
  for (const item of items) {
    await userEvent.click(await screen.findByRole("menuitem", { name: item }));
  }
}

describe("the portfolio", () => {
  it("gives a map without a title a name to open it by", async () => {
    maps = [summary("blank", { title: {} })];
    serveMaps();
    draw(<PortfolioPage />);
    const link = await screen.findByRole("link", { name: "Untitled map" });
    expect(link.getAttribute("href")).toBe("/maps/blank");
    expect(screen.getByRole("button", { name: "Actions for Untitled map" })).toBeTruthy();
  });

  it("finds maps while their name is typed", async () => {
    serveMaps();
    draw(<PortfolioPage />);
    expect(await cards()).toEqual(["Clinic", "Shop", "Ward"]);
    await userEvent.click(screen.getByRole("searchbox"));
    await userEvent.paste("retail");
    await waitFor(async () => expect(await cards()).toEqual(["Shop"]));
    expect(screen.getByText("1 map")).toBeTruthy();
  });

  it("says so when nothing fits, and leads back", async () => {
    serveMaps();
    draw(<PortfolioPage />, "/?q=nothing");
    await userEvent.click(await screen.findByRole("button", { name: "Show all" }));
    expect(await cards()).toHaveLength(3);
  });

  it("links a map to those of its stages, and back", async () => {
    serveMaps();
    draw(<PortfolioPage />);
    const links = await screen.findAllByRole("link", { name: "Ward" });
    expect(links.map((link) => link.getAttribute("href"))).toEqual(["/maps/ward", "/maps/ward"]);
    expect(screen.getAllByRole("link", { name: "Clinic" })).toHaveLength(2);
  });

  it("deletes a map and brings it back when that is undone", async () => {
    serveMaps();
    draw(<PortfolioPage />);
    await choose("Shop", "Delete");
    await waitFor(async () => expect(await cards()).toEqual(["Clinic", "Ward"]));
    await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
    await waitFor(async () => expect(await cards()).toContain("Shop"));
  });

  it("archives a map as the state it has read, and shows it on the shelf", async () => {
    const log = serveMaps();
    draw(<PortfolioPage />);
    await choose("Clinic", "Archive");
    await waitFor(async () => expect(await cards()).toEqual(["Shop", "Ward"]));
    const put = log.find(({ method }) => method === "PUT");
    expect(put?.headers.get("If-Match")).toBe('"7"');
    expect(JSON.parse(put?.body ?? "")).toEqual({
      kelias: 1,
      id: "clinic",
      title: "Clinic",
      lanes: [],
      status: "archived",
    });
    await userEvent.click(within(screen.getByRole("navigation")).getByRole("button", { name: /^Archive/ }));
    await waitFor(async () => expect(await cards()).toEqual(["Clinic"]));
  });

  it("files a map in a new folder by its menu", async () => {
    serveMaps();
    draw(<PortfolioPage />);
    await choose("Shop", "Move to", "New folder…");
    await userEvent.type(await screen.findByLabelText("Name of the folder"), "Health");
    expect(screen.getByText("There is a folder of this name already.")).toBeTruthy();
    await userEvent.type(screen.getByLabelText("Name of the folder"), "y shops{Enter}");
    await waitFor(() => expect(maps[2]?.folder).toBe("Healthy shops"));
    const rail = within(screen.getByRole("navigation"));
    await userEvent.click(await rail.findByRole("button", { name: "Healthy shops1" }));
    await waitFor(async () => expect(await cards()).toEqual(["Shop"]));
  });

  it("shows where a file is wrong", async () => {
    serveMaps();
    draw(<PortfolioPage />);
    await userEvent.click(await screen.findByRole("button", { name: "1 problem in the file" }));
    const dialog = within(await screen.findByRole("dialog"));
    expect(dialog.getByText("line 12, column 11")).toBeTruthy();
    expect(dialog.getByText("Did you mean “emotion”?")).toBeTruthy();
  });

  it("teaches where there is nothing yet", async () => {
    maps = [];
    serveMaps();
    draw(<PortfolioPage />);
    expect(await screen.findByRole("heading", { name: "Draw your first journey" })).toBeTruthy();
    expect(screen.getByRole("button", { name: /^Start from a template/ })).toBeTruthy();
  });
});
