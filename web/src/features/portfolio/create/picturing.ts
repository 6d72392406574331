import type { JourneyMap } from "@/api/types";
import { textIn } from "@/app/i18n";

/** What a picture of a map shows: its columns, and what each lane holds in them. */
export interface Picture {
  ribbon: string | null;
  stages: { id: string; title: string; columns: number; moment: boolean }[];
  columns: { id: string; title: string | null; claimed: number | null }[];
  lanes: { id: string; title: string; kind: string; cells: string[][] }[];
}

type Json = Record<string, unknown>;

/** Reads a picture from a map in its text form. The map comes from the server, so its shape is taken for granted and
 * what is not there is simply not drawn. */
export function pictureOf(map: JourneyMap, language: string): Picture {
  const own = String(map.language ?? language);
  const text = (value: unknown) => written(value, language, own);
  const stages = list(map.stages);
  const places = stages.flatMap((stage) => {
    const steps = list(stage.steps);
    return steps.length === 0
      ? [{ place: stage, isStep: false }]
      : steps.map((place) => ({ place, isStep: true }));
  });
  return {
    ribbon: typeof object(map.theme).ribbon === "string" ? String(object(map.theme).ribbon) : null,
    stages: stages.map((stage) => ({
      id: String(stage.id),
      title: text(stage.title),
      columns: Math.max(1, list(stage.steps).length),
      moment: stage["moment-of-truth"] !== undefined,
    })),
    columns: places.map(({ place, isStep }) => ({
      id: String(place.id),
      title: isStep ? text(place.title) : null,
      claimed: claimed(place),
    })),
    lanes: list(map.lanes)
      .filter((lane) => lane.hidden !== true)
      .map((lane) => ({
        id: String(lane.id),
        title: text(lane.title),
        kind: String(lane.kind ?? "text"),
        cells: places.map(({ place }) => contents(place, lane).map(text).filter(Boolean)),
      })),
  };
}

/** A map's title for a reader. */
export function titleOf(map: JourneyMap, language: string): string {
  return written(map.title, language, String(map.language ?? language));
}

/** The texts that a lane shows at a place. */
function contents(place: Json, lane: Json): unknown[] {
  const barriers = list(place.barriers);
  switch (lane.kind) {
    case "touchpoints":
      return list(place.touchpoints).map((touchpoint) => touchpoint.title);
    case "barriers":
      return barriers.map((barrier) => barrier.text);
    case "ideas":
      return barriers.flatMap((barrier) => list(barrier.ideas)).map((idea) => idea.text);
    case "emotion":
      return [];
    default: {
      const items = object(place.cells)[String(lane.id)];
      return Array.isArray(items) ? items.map(itemText) : [];
    }
  }
}

/** An item is a text, or a table that holds one beside its evidence. */
function itemText(item: unknown): unknown {
  const { text } = object(item);
  return text ?? item;
}

function written(value: unknown, language: string, own: string): string {
  if (typeof value === "string") {
    return value;
  }
  return textIn(object(value) as Record<string, string>, language, own);
}

/** The mean of what the team believes the personas feel. */
function claimed(place: Json): number | null {
  const values = Object.values(object(place.emotion))
    .map((emotion) => object(emotion).claimed)
    .filter((value) => typeof value === "number");
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function object(value: unknown): Json {
  return value !== null && typeof value === "object" ? (value as Json) : {};
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(object) : [];
}
