import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Awareness } from "y-protocols/awareness";
import { createQueryClient } from "@/api/query";
import { learn } from "@/app/i18n";
import { DocumentProvider } from "@/document/hooks";
import type { MapDocument } from "@/document/map-document";
import { Editor, type EditorProps } from "@/features/editor/Editor";
import { type MapFile, mapInDocument } from "./mapInDocument";

// What jsdom lacks of browsers, and the grid and CodeMirror ask for.
globalThis.CSS ??= { escape: (text: string) => text } as typeof CSS;
Range.prototype.getClientRects ??= () => [] as unknown as DOMRectList;
Range.prototype.getBoundingClientRect ??= () => new DOMRect();

/** A small map with something of every kind. */
export const SHOP: MapFile = {
  id: "shop",
  title: "A small shop",
  language: "en",
  evidence: [{ id: "talks", kind: "interview", title: "Twelve talks" }],
  personas: [{ id: "anna", name: "Anna" }],
  lanes: [
    { id: "does", kind: "text", title: "Does" },
    { id: "asks", kind: "questions", title: "Asks" },
    { id: "feels", kind: "emotion", title: "Feels" },
    { id: "stops", kind: "barriers", title: "Barriers" },
  ],
  stages: [
    {
      id: "find",
      title: "Finds",
      steps: [
        {
          id: "search",
          title: "Searches",
          touchpoints: [{ id: "engine", title: "Search engine", channel: "search" }],
          emotion: { anna: { claimed: 0.5 } },
          cells: { does: [{ text: "Types a word", evidence: ["talks"] }, "Looks at **pictures**"] },
        },
        {
          id: "compare",
          title: "Compares",
          emotion: { anna: { claimed: -1 } },
          cells: { asks: ["Is it warm?"] },
        },
      ],
    },
    {
      id: "buy",
      title: "Buys",
      steps: [
        {
          id: "pay",
          title: "Pays",
          barriers: [{ id: "call", text: "Must wait for a call", criticality: 5 }],
        },
      ],
    },
  ],
};

/** The editor over a map in memory, and a person who uses it. */
export async function openEditor(
  file: MapFile = SHOP,
  props: Partial<EditorProps> = {},
  /** What happened in this browser before. */
  before: () => void = () => undefined,
) {
  await learn("editor");
  localStorage.clear();
  before();
  const document = mapInDocument(file);
  const user = userEvent.setup();
  const view = render(
    <MantineProvider>
      <QueryClientProvider client={createQueryClient()}>
        <DocumentProvider value={document}>
          <Editor
            id={file.id ?? "empty"}
            document={document}
            awareness={new Awareness(document.doc)}
            people={[]}
            state={{ kind: "saved", unsent: 0 }}
            reconnect={() => undefined}
            stand={() => undefined}
            canEdit
            isOwner
            measurement={null}
            measuredAt={null}
            {...props}
          />
        </DocumentProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { ...view, user, document };
}

/** The cell of a lane under a stage or step, by their titles. */
export function cellOf(document: MapDocument, lane: string, place: string): HTMLElement {
  const { snapshot } = document;
  const row = snapshot.lanes.find((one) => one.title[""] === lane)?.key ?? lane;
  const all = snapshot.stages.flatMap((stage) => [stage, ...stage.steps]);
  const key = all.find((one) => one.title[""] === place)?.key ?? "";
  const cell = window.document.querySelector<HTMLElement>(`[data-row="${row}"][data-place="${key}"]`);
  if (!cell) throw new Error(`there is no cell of ${lane} under ${place}`);
  return cell;
}

export const grid = () => screen.getByRole("grid");
