import type { MapSummary } from "@/api/types";

/** A map of the portfolio; what a test is not about has ordinary values. */
export function summary(id: string, given: Partial<MapSummary> = {}): MapSummary {
  return {
    id,
    title: { en: `Map ${id}` },
    language: "en",
    status: "draft",
    owner: null,
    tags: [],
    folder: null,
    subject: "customer",
    state: null,
    stages: 2,
    steps: 0,
    completeness: 0.5,
    evidence_coverage: 0.25,
    maps: [],
    created_at: "2026-10-01T10:00:00Z",
    updated_at: "2026-11-01T10:00:00Z",
    updated_by: "Rasa",
    measured_at: null,
    deleted_at: null,
    source: "database",
    problems: [],
    preview: {
      ribbon: null,
      stages: [
        { id: "a", title: { en: "A" }, columns: 1, moment: null, colour: null, map: null },
        { id: "b", title: { en: "B" }, columns: 1, moment: "first", colour: null, map: null },
      ],
      curve: [1, -0.5],
    },
    ...given,
  };
}
