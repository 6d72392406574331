/** What the live document holds, as data: docs/document.md in the form that code can ask. */

import type {
  EvidenceKind,
  EvidenceWho,
  IdeaStatus,
  LaneKind,
  Layer,
  MapStatus,
  Metric,
  Moment,
  PortraitList,
  TransitionKind,
} from "./types";

/** Fields of each table whose value is a text. */
export const TEXT_FIELDS = {
  tags: [],
  evidence: ["title", "note"],
  personas: ["name", "role", "quote"],
  lanes: ["title"],
  stages: ["title", "goal"],
  steps: ["title", "success"],
  touchpoints: ["title", "actor"],
  items: ["text"],
  barriers: ["text"],
  ideas: ["text"],
  transitions: ["title"],
  targets: [],
} as const satisfies Record<string, readonly string[]>;

/** Name of a top-level table of records. */
export type Table = keyof typeof TEXT_FIELDS;
export const TABLES = Object.keys(TEXT_FIELDS) as readonly Table[];

/** Fields of the head whose value is a text. */
export const HEAD_TEXTS = ["title", "purpose", "product"] as const;

/** The field by which a record is called. */
export const TITLE_FIELD = {
  evidence: "title",
  personas: "name",
  lanes: "title",
  stages: "title",
  steps: "title",
  touchpoints: "title",
  items: "text",
  barriers: "text",
  ideas: "text",
  transitions: "title",
} as const satisfies Partial<Record<Table, string>>;

export const LANE_KINDS: readonly LaneKind[] = [
  "text",
  "list",
  "questions",
  "goals",
  "quotes",
  "emotion",
  "touchpoints",
  "image",
  "process",
  "metric",
  "barriers",
  "ideas",
  "blueprint",
];
export const LAYERS: readonly Layer[] = [
  "physical-evidence",
  "customer-actions",
  "frontstage",
  "backstage",
  "support",
];
export const METRICS: readonly Metric[] = [
  "audience",
  "share",
  "conversion_to_next",
  "median_seconds_to_next",
  "retention",
  "emotion",
];
export const MOMENTS: readonly Moment[] = ["zero", "first", "second", "ultimate", "aha"];
export const MAP_STATUSES: readonly MapStatus[] = ["draft", "in-review", "approved", "archived"];
export const IDEA_STATUSES: readonly IdeaStatus[] = [
  "proposed",
  "planned",
  "in-progress",
  "done",
  "rejected",
];
export const TRANSITION_KINDS: readonly TransitionKind[] = ["skip", "branch", "loop"];
export const EVIDENCE_KINDS: readonly EvidenceKind[] = [
  "interview",
  "survey",
  "review",
  "observation",
  "statistics",
  "workshop",
  "study",
];
export const EVIDENCE_WHO: readonly EvidenceWho[] = ["customers", "non-customers", "experts"];
export const PORTRAIT_LISTS: readonly PortraitList[] = ["facts", "needs", "motives", "worries", "behaviour"];
export const SIDES = ["frontstage", "backstage"] as const;
export const STATES = ["as-is", "to-be"] as const;

/** Kinds of lanes that draw what stands elsewhere and have no cells of their own. */
const DRAWN: ReadonlySet<LaneKind> = new Set(["emotion", "touchpoints", "barriers", "ideas"]);

/** Whether a lane of this kind holds items. */
export function hasCells(kind: LaneKind): boolean {
  return !DRAWN.has(kind);
}

/** The values a metric can take. */
export function metricRange(metric: Metric): readonly [number, number] {
  switch (metric) {
    case "share":
    case "conversion_to_next":
    case "retention":
      return [0, 1];
    case "emotion":
      return [-2, 2];
    case "audience":
    case "median_seconds_to_next":
      return [0, Number.MAX_VALUE];
  }
}
