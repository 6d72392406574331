import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { draw } from "../../../../test/drawing";
import { serve } from "../../../../test/serving";
import { FromFile } from "./FromFile";

const yaml = (name: string, text: string) => new File([text], name, { type: "application/yaml" });
const problem = {
  title: "the map has errors",
  status: 422,
  diagnostics: [
    {
      code: "x",
      severity: "error",
      message: "`stagess` is no key",
      line: 2,
      column: 1,
      suggestion: "stages",
    },
  ],
};

it("shows what to mend in one file and makes a map of the other", async () => {
  const log = serve({
    "POST /api/v1/maps": ({ body }) =>
      body.includes("stagess")
        ? { status: 422, body: problem }
        : { status: 201, body: { id: "good", title: "Good" } },
  });
  const onOpen = vi.fn();
  draw(<FromFile dropped={[]} folder="Shop" onOpen={onOpen} />);
  const files = [yaml("bad.yaml", "kelias: 1\nstagess: []\n"), yaml("good.yaml", "kelias: 1\n")];
  const input = document.querySelector<HTMLInputElement>("input[type=file]");
  await userEvent.upload(input as HTMLInputElement, files);

  expect(await screen.findByText("line 2, column 1")).toBeTruthy();
  expect(screen.getByText(/stagess: \[\]/)).toBeTruthy();
  expect(onOpen).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole("button", { name: "Good" }));
  expect(onOpen).toHaveBeenCalledWith({ id: "good", title: "Good" });
  expect(log.map(({ query, headers }) => [query.get("folder"), headers.get("Content-Type")])).toEqual([
    ["Shop", "application/yaml"],
    ["Shop", "application/yaml"],
  ]);
});

it("opens the map at once where one file was dropped", async () => {
  serve({ "POST /api/v1/maps": () => ({ status: 201, body: { id: "one", title: "One" } }) });
  const onOpen = vi.fn();
  draw(<FromFile dropped={[yaml("one.json", "{}")]} folder={null} onOpen={onOpen} />);
  await vi.waitFor(() => expect(onOpen).toHaveBeenCalledOnce());
});
