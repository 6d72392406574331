/** What `kelias measure --json` tells of a map, as docs/measure.md describes it; null is what cannot be known. */
export interface Measurement {
  readonly map: string;
  readonly period: { readonly since: string | null; readonly until: string | null };
  readonly travellers: number;
  readonly steps: readonly MeasuredStep[];
  readonly not_on_map: readonly {
    readonly event: string;
    readonly count: number;
    readonly travellers: number;
  }[];
  readonly never_taken: readonly string[];
  readonly evidence_coverage: number | null;
  readonly definitions: Readonly<Record<string, unknown>>;
}

export interface MeasuredStep {
  readonly step: string;
  readonly stage: string;
  readonly travellers: number | null;
  readonly share: number | null;
  readonly share_low: number | null;
  readonly share_high: number | null;
  readonly next: string | null;
  readonly conversion_to_next: number | null;
  readonly conversion_low: number | null;
  readonly conversion_high: number | null;
  readonly dropped: number | null;
  readonly median_seconds_to_next: number | null;
  readonly p90_seconds_to_next: number | null;
  readonly retention: number | null;
  readonly retention_travellers: number | null;
  readonly retention_without: number | null;
  readonly retention_difference_low: number | null;
  readonly retention_difference_high: number | null;
  readonly emotion_claimed: number | null;
  readonly emotion_measured: number | null;
  readonly emotion_low: number | null;
  readonly emotion_high: number | null;
  readonly ratings: number | null;
  readonly events: number | null;
  readonly touchpoints: readonly {
    readonly touchpoint: string;
    readonly events: number | null;
    readonly travellers: number | null;
  }[];
}

/** A measurement by the ids of its steps. */
export type MeasuredSteps = ReadonlyMap<string, MeasuredStep>;

export function stepsOf(measurement: Measurement | null): MeasuredSteps {
  return new Map(measurement?.steps.map((step) => [step.step, step]));
}
