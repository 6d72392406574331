import { expect } from "vitest";
import type { MapDocument } from "@/document/map-document";
import { isSlug } from "@/document/values";

/** What holds of every snapshot. */
export function checkValid({ snapshot }: MapDocument): void {
  const places = snapshot.stages.flatMap((stage) => [stage, ...stage.steps]);
  const known = new Set(places.map((place) => place.key));
  const evidence = new Set(snapshot.evidence.map((one) => one.key));
  const personas = new Set(snapshot.personas.map((one) => one.key));
  const touchpoints = snapshot.stages.flatMap((stage) => stage.steps.flatMap((step) => step.touchpoints));
  const barriers = places.flatMap((place) => place.barriers);
  for (const space of [places, snapshot.lanes, snapshot.personas, snapshot.evidence, touchpoints, barriers]) {
    const ids = space.map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every(isSlug)).toBe(true);
  }
  for (const place of places) {
    for (const [persona, emotion] of Object.entries(place.emotion)) {
      expect(personas.has(persona)).toBe(true);
      for (const felt of [emotion.claimed, emotion.wished])
        expect(Math.abs(felt ?? 0)).toBeLessThanOrEqual(2);
    }
    const items = Object.values(place.cells).flat();
    for (const cited of [...items, ...place.barriers].flatMap((one) => one.evidence)) {
      expect(evidence.has(cited)).toBe(true);
    }
  }
  for (const { from, to } of snapshot.transitions) expect(known.has(from) && known.has(to)).toBe(true);
}
