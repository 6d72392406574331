import type { Barrier, Idea } from "@/document/types";

/** Criticality, both eases and the band of the audience affected, together 4 to 20; a missing input gives no score. */
export function priorityOf(
  barrier: Barrier,
  idea: Idea,
  share: number | null | undefined,
): number | undefined {
  const { criticality } = barrier;
  const { design, development } = idea;
  if (criticality === undefined || design === undefined || development === undefined) return undefined;
  if (share === null || share === undefined) return undefined;
  const band = Math.min(5, Math.max(1, Math.ceil(share * 5)));
  return criticality + design + development + band;
}
