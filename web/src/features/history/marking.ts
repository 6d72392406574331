import type { Change, JourneyMap } from "@/api/types";
import type { Mark } from "@/features/picture/marks";

/** Of a comparison: the map as it was, or as it became. */
export type Side = "before" | "after";

/** Where the changes show on a picture of one side. What is gone shows on the side before, what is new on that after. */
export function marksOf(changes: readonly Change[], map: JourneyMap, side: Side): Mark[] {
  return changes.flatMap((change) => spotsOf(change, map, side).map((at) => ({ at, ...mark(change, side) })));
}

/** The spots of the picture that a change concerns; none where it is not on this side, or not on the grid at all. */
export function spotsOf(change: Change, map: JourneyMap, side: Side): string[] {
  const absent = side === "before" ? "added" : "removed";
  if (change.kind === absent) {
    return [];
  }
  const place = side === "before" ? (change.from ?? change.place) : change.place;
  const { what, id } = change;
  if (what === "stage" || what === "step" || what === "lane") {
    return id ? [`${what}/${id}`] : [];
  }
  const column = columnOf(place, map);
  return column === undefined
    ? []
    : lanesOf(change, map, place.lane?.id).map((lane) => `cell/${column}/${lane}`);
}

/** A stage with steps has no column of its own: what is said of it as a whole stands in its first. */
function columnOf({ stage, step }: Change["place"], map: JourneyMap): string | undefined {
  if (step) {
    return step.id;
  }
  const found = map.stages?.find((one) => one.id === stage?.id);
  return found?.steps?.[0]?.id ?? found?.id;
}

const KINDS: Partial<Record<Change["what"], string>> = {
  touchpoint: "touchpoints",
  binding: "touchpoints",
  emotion: "emotion",
  barrier: "barriers",
  idea: "ideas",
};

function lanesOf({ what }: Change, map: JourneyMap, lane: string | undefined): string[] {
  if (what === "item") {
    return lane === undefined ? [] : [lane];
  }
  const lanes = map.lanes?.filter(({ kind }) => kind === KINDS[what]) ?? [];
  return lanes.map(({ id }) => id);
}

function mark(change: Change, side: Side): Pick<Mark, "kind" | "text"> {
  const { kind, title } = change;
  const now = typeof title === "string" ? title : undefined;
  const text = kind === "reworded" ? (side === "before" ? change.before : change.after) : now;
  const known = kind === "set" || kind === "reworded" ? "changed" : kind;
  return text === undefined ? { kind: known } : { kind: known, text };
}
