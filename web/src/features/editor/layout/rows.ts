import type { Key, Lane, Layer, MapSnapshot, Stage } from "@/document/types";

import type { Columns, Slot } from "./columns";

/** Lines of a service blueprint: each runs below the layer it is listed with. */
const LINES: readonly (readonly [Layer, BlueprintLine])[] = [
  ["customer-actions", "interaction"],
  ["frontstage", "visibility"],
  ["backstage", "internal"],
];
const LAYERS: readonly Layer[] = [
  "physical-evidence",
  "customer-actions",
  "frontstage",
  "backstage",
  "support",
];

export type BlueprintLine = "interaction" | "visibility" | "internal";

/** A row of the grid one can walk to. */
export interface GridRow {
  /** `stages`, `steps`, `goals`, `success`, `measured`, the lane's key, or the lane's key and `/whole`. */
  readonly id: string;
  readonly kind: "stages" | "steps" | "goals" | "success" | "measured" | "lane";
  readonly lane?: Lane;
  /** It holds what is said of whole stages. */
  readonly whole: boolean;
  readonly slots: readonly Slot[];
  /** The blueprint's lines drawn above the row. */
  readonly lines: readonly BlueprintLine[];
}

export interface RowOptions {
  readonly hasMeasurement: boolean;
  readonly showsHidden: boolean;
  readonly hiddenLanes: ReadonlySet<Key>;
  /** A lane whose row for whole stages is shown though it is empty. */
  readonly opened: ReadonlySet<Key>;
  /** The row one stands or writes in: it is shown though nothing stands there yet. */
  readonly begun?: string | undefined;
}

export function rowsOf(snapshot: MapSnapshot, columns: Columns, options: RowOptions): GridRow[] {
  const head = (kind: Exclude<GridRow["kind"], "lane">, slots: readonly Slot[]): GridRow => ({
    id: kind,
    kind,
    whole: false,
    slots,
    lines: [],
  });
  const rows = [head("stages", columns.stages)];
  const hasSteps = columns.steps.some((slot) => slot.place !== slot.stage);
  if (hasSteps) rows.push(head("steps", columns.steps));
  const isBegun = (kind: string) => options.begun === kind;
  if (isBegun("goals") || snapshot.stages.some((stage) => stage.goal))
    rows.push(head("goals", columns.stages));
  const hasSuccess = ({ place }: Slot) => "stage" in place && Boolean(place.success || place.expected);
  if (hasSteps && (isBegun("success") || columns.steps.some(hasSuccess))) {
    rows.push(head("success", columns.steps));
  }
  if (options.hasMeasurement) rows.push(head("measured", columns.steps));

  let above: Layer | undefined;
  for (const lane of snapshot.lanes) {
    if (options.hiddenLanes.has(lane.key) || (lane.hidden && !options.showsHidden)) continue;
    let lines: BlueprintLine[] = [];
    if (lane.kind === "blueprint" && lane.layer) {
      lines = linesBetween(above, lane.layer);
      above = lane.layer;
    }
    const isOpened = options.opened.has(lane.key) && canSayOfWhole(snapshot, lane);
    if (isOpened || snapshot.stages.some((stage) => saysOfWhole(stage, lane))) {
      rows.push({ id: `${lane.key}/whole`, kind: "lane", lane, whole: true, slots: columns.stages, lines });
      lines = [];
    }
    rows.push({ id: lane.key, kind: "lane", lane, whole: false, slots: columns.steps, lines });
  }
  return rows;
}

/** Whether a lane can be asked for its row of whole stages: nothing stands there yet, and something could. */
export function canSayOfWhole(snapshot: MapSnapshot, lane: Lane): boolean {
  // Touchpoints are those of steps, a curve goes through columns, and an idea stands under a barrier that is there.
  if (lane.kind === "emotion" || lane.kind === "touchpoints" || lane.kind === "ideas") return false;
  const hasSteps = snapshot.stages.some((stage) => stage.steps.length > 0);
  return hasSteps && !snapshot.stages.some((stage) => saysOfWhole(stage, lane));
}

/** Whether something stands in the lane for a stage as a whole, over its steps. */
function saysOfWhole(stage: Stage, lane: Lane): boolean {
  if (stage.steps.length === 0) return false;
  switch (lane.kind) {
    case "barriers":
      return stage.barriers.length > 0;
    case "ideas":
      return stage.barriers.some((barrier) => barrier.ideas.length > 0);
    case "emotion":
    case "touchpoints":
      return false;
    default:
      return (stage.cells[lane.key]?.length ?? 0) > 0;
  }
}

function linesBetween(above: Layer | undefined, below: Layer): BlueprintLine[] {
  if (!above) return [];
  const [from, to] = [LAYERS.indexOf(above), LAYERS.indexOf(below)];
  return LINES.filter(([layer]) => from <= LAYERS.indexOf(layer) && LAYERS.indexOf(layer) < to).map(
    ([, line]) => line,
  );
}
