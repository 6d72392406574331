import { findRecord, lookup } from "@/document/lookup";
import { TITLE_FIELD } from "@/document/schema";
import type { RecordRef } from "@/document/selection";
import type { Key, Lane, MapSnapshot } from "@/document/types";
import { columnsOf } from "../layout/columns";
import { READABLE_ZOOM } from "../layout/geometry";
import { type GridRow, rowsOf } from "../layout/rows";
import { addressOfRecord } from "./selection";
import type { Address } from "./store";
import type { View } from "./view";

/** What of the map is in sight, and the way to bring more of it there. */
export interface Sight {
  readonly view: View;
  readonly change: (change: Partial<View>) => void;
  readonly hasMeasurement: boolean;
  /** One stage is shown at a time rather than the grid. */
  readonly isReader: boolean;
}

/** Where a text can be written. */
export type WritingPlace =
  /** In the grid, once the view has changed so. */
  | {
      readonly kind: "grid";
      readonly address: Address;
      readonly card: Key | null;
      readonly change: Partial<View>;
    }
  | { readonly kind: "panel"; readonly panel: string };

/** Rows as they will be drawn after a change of the view: those on the page follow the map a little later. */
export function rowsInSight(
  snapshot: MapSnapshot,
  { view, hasMeasurement }: Sight,
  begun?: string,
): GridRow[] {
  const { showsHidden, hiddenLanes, openedLanes: opened } = view;
  const columns = columnsOf(snapshot, view);
  return rowsOf(snapshot, columns, { hasMeasurement, showsHidden, hiddenLanes, opened, begun });
}

/** Where a text of a record is written: in the grid if it stands there, though out of sight, or else in the panel that
 * tells all of its record. */
export function writingPlace(snapshot: MapSnapshot, owner: Key, field: string, sight: Sight): WritingPlace {
  // The word of an emotion is of no record.
  const record = findRecord(snapshot, owner);
  const panel = { kind: "panel", panel: panelOf(snapshot, record) } as const;
  const place = record && placeOf(snapshot, record);
  if (!record || panel.panel !== "details" || snapshot.stages.length === 0) return panel;
  const change = {
    ...revealed(snapshot, record, place, sight.view),
    ...(sight.isReader ? { showsGrid: true } : {}),
  };
  const seen = { ...sight, view: { ...sight.view, ...change } };
  if (field === "goal" || field === "success") {
    const row = field === "goal" ? "goals" : field;
    const rows = rowsInSight(snapshot, seen, row);
    const isThere = rows.some((one) => one.id === row);
    return isThere ? { kind: "grid", address: { row, place: owner }, card: null, change } : panel;
  }
  if (!(record.table in TITLE_FIELD) || field !== TITLE_FIELD[record.table as keyof typeof TITLE_FIELD]) {
    return panel;
  }
  const found = addressOfRecord(snapshot, rowsInSight(snapshot, seen), record);
  return found ? { kind: "grid", ...found, change } : panel;
}

/** Makes letters large enough to be read; nothing where they are. */
export function readable(view: View): Partial<View> {
  return view.zoom < READABLE_ZOOM ? { zoom: 1 } : {};
}

/** What has to change in the view for a record to be seen. */
function revealed(
  snapshot: MapSnapshot,
  record: RecordRef,
  place: Key | undefined,
  view: View,
): Partial<View> {
  const { stages, steps } = lookup(snapshot);
  const step = steps.get(place ?? "");
  const stage = stages.get(step?.stage ?? place ?? "");
  const lane = laneOf(snapshot, record, view);
  const isHidden = Boolean(step?.hidden || stage?.hidden || lane?.hidden);
  const without = (keys: ReadonlySet<Key>, key: Key | undefined) =>
    new Set([...keys].filter((one) => one !== key));
  return {
    ...readable(view),
    ...(isHidden ? { showsHidden: true } : {}),
    ...(lane && view.hiddenLanes.has(lane.key) ? { hiddenLanes: without(view.hiddenLanes, lane.key) } : {}),
    ...(stage && view.hiddenStages.has(stage.key)
      ? { hiddenStages: without(view.hiddenStages, stage.key) }
      : {}),
  };
}

/** The lane in which a record is seen: of several that draw it, one that is shown if there is one. */
function laneOf(snapshot: MapSnapshot, { table, key }: RecordRef, view: View): Lane | undefined {
  const { lanes, items } = lookup(snapshot);
  const home = items.get(key)?.home;
  if (table === "lanes") return lanes.get(key);
  if (home) return "lane" in home ? lanes.get(home.lane) : undefined;
  const drawing = snapshot.lanes.filter((lane) => lane.kind === table);
  return drawing.find((lane) => !lane.hidden && !view.hiddenLanes.has(lane.key)) ?? drawing[0];
}

function placeOf(snapshot: MapSnapshot, { table, key }: RecordRef): Key | undefined {
  const { items, touchpoints, barriers, ideas } = lookup(snapshot);
  const home = items.get(key)?.home;
  if (home) return "place" in home ? home.place : undefined;
  if (table === "stages" || table === "steps") return key;
  return touchpoints.get(key)?.step.key ?? barriers.get(key)?.place.key ?? ideas.get(key)?.place.key;
}

function panelOf(snapshot: MapSnapshot, record: RecordRef | undefined): string {
  const home = lookup(snapshot).items.get(record?.key ?? "")?.home;
  if (home && "persona" in home) return "personas";
  const { table } = record ?? {};
  return table === "personas" || table === "evidence" || table === "transitions" ? table : "details";
}
