import type { JourneyMap, JourneyText } from "@/api/types";
import { textIn } from "@/app/i18n";

/** What a picture of a map shows: its columns, and what each lane holds in them. */
export interface Picture {
  ribbon: string | null;
  stages: { id: string; title: string; columns: number; moment: boolean }[];
  columns: { id: string; title: string | null; claimed: number | null }[];
  lanes: { id: string; title: string; kind: string; cells: string[][] }[];
}

type Stage = NonNullable<JourneyMap["stages"]>[number];
type Step = NonNullable<Stage["steps"]>[number];
type Lane = NonNullable<JourneyMap["lanes"]>[number];
/** A column and all that speaks in it: what is said of a stage as a whole stands in its first column. */
interface Column {
  place: Stage | Step;
  step: Step | null;
  saying: (Stage | Step)[];
}

/** Reads a picture from a map in its text form. */
export function pictureOf(map: JourneyMap, language: string): Picture {
  const read = (text: JourneyText) => readText(text, language, map.language);
  const { stages = [], lanes = [] } = map;
  const columns = stages.flatMap(columnsOf);
  return {
    ribbon: map.theme?.ribbon ?? null,
    stages: stages.map((stage) => ({
      id: stage.id,
      title: read(stage.title),
      columns: Math.max(1, stage.steps?.length ?? 0),
      moment: Boolean(stage["moment-of-truth"]),
    })),
    columns: columns.map(({ place, step }) => ({
      id: place.id,
      title: step && read(step.title),
      claimed: claimed(place),
    })),
    lanes: lanes
      .filter((lane) => !lane.hidden)
      .map((lane) => ({
        id: lane.id,
        title: read(lane.title),
        kind: lane.kind ?? "text",
        cells: columns.map(({ saying }) =>
          saying
            .flatMap((place) => contents(place, lane))
            .map(read)
            .filter(Boolean),
        ),
      })),
  };
}

/** A map's title for a reader. */
export function titleOf(map: JourneyMap, language: string): string {
  return readText(map.title, language, map.language);
}

function columnsOf(stage: Stage): Column[] {
  const { steps = [] } = stage;
  if (steps.length === 0) {
    return [{ place: stage, step: null, saying: [stage] }];
  }
  return steps.map((step, at) => ({ place: step, step, saying: at === 0 ? [stage, step] : [step] }));
}

/** The texts that a lane shows of a place. */
function contents(place: Stage | Step, lane: Lane): JourneyText[] {
  const { barriers = [] } = place;
  switch (lane.kind) {
    case "touchpoints":
      return "touchpoints" in place ? (place.touchpoints ?? []).map(({ title }) => title) : [];
    case "barriers":
      return barriers.map(({ text }) => text);
    case "ideas":
      return barriers.flatMap(({ ideas = [] }) => ideas).map(({ text }) => text);
    case "emotion":
      return [];
    default:
      return (place.cells?.[lane.id] ?? []).map(itemText);
  }
}

/** An item is a text, or a table that holds one beside its evidence. */
function itemText(item: unknown): JourneyText {
  const hasText = typeof item === "object" && item !== null && "text" in item;
  return (hasText ? item.text : item) as JourneyText;
}

function readText(text: JourneyText, language: string, own: string): string {
  return typeof text === "string" ? text : textIn(text, language, own);
}

/** The mean of what the team believes the personas feel. */
function claimed(place: Stage | Step): number | null {
  const values = Object.values(place.emotion ?? {}).flatMap(({ claimed }) =>
    claimed == null ? [] : [claimed],
  );
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
