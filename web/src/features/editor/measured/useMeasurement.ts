import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";

import { cancelJob, type Job, loadJob, loadMeasurement, startMeasuring } from "./api";
import type { Measurement } from "./measurement";

const keyOf = (map: string) => ["maps", map, "measurement"];
/** How often a job is asked after, in milliseconds. */
const ASKED_EVERY = 700;

/** What was measured of a map; null where nothing was. */
export function useMeasurement(map: string): { measurement: Measurement | null; measuredAt: string | null } {
  const { data } = useQuery({
    queryKey: keyOf(map),
    queryFn: () => loadMeasurement(map),
    staleTime: 60_000,
  });
  return { measurement: data?.measured ?? null, measuredAt: data?.at ?? null };
}

interface Measuring {
  /** The job under way, or the last one if it failed. */
  readonly job: Job | null;
  start(): void;
  cancel(): void;
}

/** Measures the map again as a job of the server. */
export function useMeasuring(map: string): Measuring {
  const queries = useQueryClient();
  const [started, setStarted] = useState<string | null>(null);
  const { mutate: start } = useMutation({
    mutationFn: () => startMeasuring(map),
    onSuccess: (job) => setStarted(job.id),
  });
  const { mutate: cancel } = useMutation({ mutationFn: cancelJob });
  const { data: job = null } = useQuery({
    queryKey: ["jobs", started],
    queryFn: () => loadJob(started ?? ""),
    enabled: started !== null,
    refetchInterval: ({ state }) => (state.data && state.data.state !== "running" ? false : ASKED_EVERY),
  });
  const isDone = job?.state === "done";
  useEffect(() => {
    if (!isDone) return;
    setStarted(null);
    void queries.invalidateQueries({ queryKey: keyOf(map) });
  }, [isDone, queries, map]);
  return {
    job: job && job.state !== "done" ? job : null,
    start: () => start(),
    cancel: () => started !== null && cancel(started),
  };
}
