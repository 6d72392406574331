import "@/app/styles";
import "@mantine/spotlight/styles.layer.css";
import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { Awareness } from "y-protocols/awareness";
import { createQueryClient } from "@/api/query";
import { learn, speakPreferred } from "@/app/i18n";
import { theme, variables } from "@/app/theme";
import { DocumentProvider } from "@/document/hooks";
import { lookup } from "@/document/lookup";
import { MapDocument } from "@/document/map-document";
import { Editor } from "@/features/editor/Editor";
import type { Measurement } from "@/features/editor/measured/measurement";
import { hugeMap } from "../hugeMap";
import { type MapFile, mapInDocument } from "../mapInDocument";

const FILES = import.meta.glob<MapFile>(
  [
    "../../../../examples/*.journey.yaml",
    "../../../../examples/ecom/*.journey.yaml",
    "../../../../templates/*.journey.yaml",
  ],
  { import: "default" },
);

/** Which map and how: `?map=web-shop&measured=/web-shop.json&people=3&readonly`. */
const wish = new URLSearchParams(location.search);

async function documentOf(name: string): Promise<MapDocument> {
  if (name === "empty") return new MapDocument();
  if (name === "huge") return mapInDocument(hugeMap());
  const path = Object.keys(FILES).find((path) => path.endsWith(`/${name}.journey.yaml`));
  const file = path && (await FILES[path]?.());
  return file ? mapInDocument(file) : new MapDocument();
}

const COLOURS = ["#9a4a7f", "#00735c", "#7a3d00", "#0072b2"];

async function show() {
  const document = await documentOf(wish.get("map") ?? "web-shop");
  const measured = wish.get("measured");
  const measurement = measured ? ((await (await fetch(measured)).json()) as Measurement) : null;
  const { snapshot } = document;
  const places = lookup(snapshot).columns.map((column) => column.place);
  const people = Array.from({ length: Number(wish.get("people") ?? 0) }, (_, number) => ({
    id: number,
    name: ["Rasa Kalnė", "Andrius", "Jonas Kazlauskas", "Ольга"][number % 4] ?? "",
    colour: COLOURS[number % 4] ?? "",
    isSelf: false,
    spot: {
      lane: snapshot.lanes[number % Math.max(1, snapshot.lanes.length)]?.key ?? null,
      place: places[number + 1]?.key ?? null,
    },
  }));
  Object.assign(globalThis, { map: document });
  await speakPreferred();
  await learn("editor");
  const schemes = localStorageColorSchemeManager({ key: "kelias-scheme" });
  const root = window.document.getElementById("root") as HTMLElement;
  createRoot(root).render(
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      colorSchemeManager={schemes}
      defaultColorScheme="auto"
    >
      <QueryClientProvider client={createQueryClient()}>
        <Notifications position="bottom-center" />
        <DocumentProvider value={document}>
          <Editor
            id="harness"
            document={document}
            awareness={new Awareness(document.doc)}
            people={people}
            state={{ kind: "saved", unsent: 0 }}
            reconnect={() => undefined}
            stand={() => undefined}
            canEdit={!wish.has("readonly")}
            isOwner
            measurement={measurement}
            measuredAt={measurement ? "2026-11-20T10:00:00Z" : null}
          />
        </DocumentProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
}

void show();
