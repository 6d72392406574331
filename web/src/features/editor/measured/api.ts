import { Problem } from "@/api/problem";

import type { Measurement } from "./measurement";

export interface Stored {
  readonly at: string;
  readonly measured: Measurement;
}

/** A measuring under way. */
export interface Job {
  readonly id: string;
  readonly state: "running" | "done" | "failed" | "cancelled";
  /** Share that is done. */
  readonly progress: number;
  readonly message?: string | null;
}

const pathOf = (map: string) => `/api/v1/maps/${encodeURIComponent(map)}/measurement`;

/** The newest measurement of a map; null where it has none. */
export async function loadMeasurement(map: string): Promise<Stored | null> {
  try {
    return await ask<Stored>("GET", pathOf(map));
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return null;
    throw error;
  }
}

export const startMeasuring = (map: string) => ask<Job>("POST", pathOf(map));
export const loadJob = (job: string) => ask<Job>("GET", `/api/v1/jobs/${encodeURIComponent(job)}`);
export const cancelJob = (job: string) => ask<Job>("DELETE", `/api/v1/jobs/${encodeURIComponent(job)}`);

async function ask<Body>(method: string, path: string): Promise<Body> {
  const answer = await fetch(path, { method }).catch(() => {
    throw new Problem(0);
  });
  if (!answer.ok) throw await Problem.of(answer);
  return (await answer.json()) as Body;
}
