import { Stack, Text } from "@mantine/core";
import { useSyncExternalStore } from "react";
import { useWords } from "@/app/i18n";
import { useSnapshot } from "@/document/hooks";
import { lookup } from "@/document/lookup";
import type { MapSnapshot } from "@/document/types";
import type { PanelProps } from "../panels/panel";
import { useEditor } from "../state/context";
import { selectionOf } from "../state/selection";
import { BarrierDetails } from "./BarrierDetails";
import { EmotionDetails } from "./EmotionDetails";
import { IdeaDetails } from "./IdeaDetails";
import { ItemDetails } from "./ItemDetails";
import { LaneDetails } from "./LaneDetails";
import { PlaceDetails } from "./PlaceDetails";
import { TouchpointDetails } from "./TouchpointDetails";

/** All that is known of what one stands on. */
export default function DetailsPanel({ rows }: PanelProps) {
  const { document, store } = useEditor();
  const t = useWords();
  const snapshot = useSnapshot((snapshot) => snapshot);
  useSyncExternalStore(
    store.subscribe,
    () => store.state.focusTicket + store.state.active.row + store.state.active.place + store.state.card,
  );
  const selection = selectionOf(document, rows.current, store.state);
  if (selection.emotion) {
    const { place, persona } = selection.emotion;
    return <EmotionDetails key={`${place}/${persona}`} place={place} persona={persona} />;
  }
  const [record] = selection.records;
  const inCells = selection.cells.flatMap(({ place, lane }) => keysIn(snapshot, place, lane));
  const { place } = selection;
  // Rows of goals, criteria and numbers tell of the stage or step above them.
  const column = selection.cells.length === 0 && place !== undefined ? [place] : inCells;
  const keys = record ? [record.key] : column;
  const details = keys.flatMap((key) => detailsOf(snapshot, key) ?? []);
  if (details.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t("editor-details-nothing")}
      </Text>
    );
  }
  return <Stack gap="xl">{details}</Stack>;
}

/** The form for a record. */
function detailsOf(snapshot: MapSnapshot, key: string) {
  const known = lookup(snapshot);
  const place = known.places.get(key);
  if (place) return <PlaceDetails key={key} place={place} />;
  const lane = known.lanes.get(key);
  if (lane) return <LaneDetails key={key} lane={lane} />;
  const item = known.items.get(key)?.item;
  if (item) return <ItemDetails key={key} item={item} />;
  const touchpoint = known.touchpoints.get(key)?.touchpoint;
  if (touchpoint) return <TouchpointDetails key={key} touchpoint={touchpoint} />;
  const barrier = known.barriers.get(key)?.barrier;
  if (barrier) return <BarrierDetails key={key} barrier={barrier} />;
  const idea = known.ideas.get(key)?.idea;
  return idea ? <IdeaDetails key={key} idea={idea} /> : undefined;
}

/** What stands in a cell. */
function keysIn(snapshot: MapSnapshot, placeKey: string, laneKey: string): string[] {
  const { places, lanes } = lookup(snapshot);
  const [place, lane] = [places.get(placeKey), lanes.get(laneKey)];
  if (!place || !lane) return [];
  switch (lane.kind) {
    case "touchpoints":
      return "touchpoints" in place ? place.touchpoints.map((one) => one.key) : [];
    case "barriers":
      return place.barriers.map((one) => one.key);
    case "ideas":
      return place.barriers.flatMap((barrier) => barrier.ideas.map((one) => one.key));
    default:
      return (place.cells[laneKey] ?? []).map((one) => one.key);
  }
}
