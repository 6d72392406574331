const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** Length of a duration of the map (`15m`, `2d`) in seconds. */
export function secondsOf(duration: string): number {
  return Number.parseInt(duration, 10) * (SECONDS[duration.at(-1) ?? "s"] ?? 1);
}
