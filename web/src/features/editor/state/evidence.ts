import { lookup } from "@/document/lookup";
import type { Evidence, EvidenceKind, Key, MapSnapshot, Stage, Step } from "@/document/types";

export interface Backing {
  /** Undefined: nothing is claimed. */
  readonly isBacked: boolean | undefined;
  /** How many pieces of evidence of each kind are cited. */
  readonly kinds: readonly (readonly [EvidenceKind, number])[];
}

/** What backs the claims of a stage or step: its items, claimed feelings and barriers. */
export function backing(place: Stage | Step, evidence: readonly Evidence[]): Backing {
  const claims = claimsOf(place);
  if (claims.length === 0) return { isBacked: undefined, kinds: [] };
  const cited = new Set(claims.flat());
  const kinds = new Map<EvidenceKind, number>();
  for (const one of evidence) if (cited.has(one.key)) kinds.set(one.kind, (kinds.get(one.kind) ?? 0) + 1);
  return { isBacked: kinds.size > 0, kinds: [...kinds] };
}

/** Share of the map's claims that cite evidence; nothing where nothing is claimed. */
export function coverage(snapshot: MapSnapshot): number | undefined {
  const portraits = snapshot.personas.flatMap((persona) => Object.values(persona.portrait).flat());
  const claims = [
    ...portraits.map((item) => item.evidence),
    ...[...lookup(snapshot).places.values()].flatMap(claimsOf),
  ];
  if (claims.length === 0) return undefined;
  return claims.filter((evidence) => evidence.length > 0).length / claims.length;
}

function claimsOf(place: Stage | Step): (readonly Key[])[] {
  return [
    ...Object.values(place.cells).flatMap((items) => items.map((item) => item.evidence)),
    ...Object.values(place.emotion).flatMap((emotion) =>
      emotion.claimed === undefined ? [] : [emotion.evidence],
    ),
    ...place.barriers.map((barrier) => barrier.evidence),
  ];
}
