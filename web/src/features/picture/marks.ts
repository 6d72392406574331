/** Something to look at on a picture of a map. */
export interface Mark {
  /** `stage/ID`, `step/ID`, `lane/ID` or `cell/COLUMN/LANE`. */
  at: string;
  kind: "added" | "removed" | "moved" | "changed" | "felt-better" | "felt-worse";
  /** Of one card among several: its text. */
  text?: string;
}

/** Marks by the spot they are at. */
export type Marks = ReadonlyMap<string, readonly Mark[]>;

export function bySpot(marks: readonly Mark[]): Marks {
  const spots = new Map<string, Mark[]>();
  for (const mark of marks) {
    spots.set(mark.at, [...(spots.get(mark.at) ?? []), mark]);
  }
  return spots;
}

/** What a spot as a whole is marked as: the kind of its marks, or changed where they differ. */
export function kindAt(marks: Marks, at: string): Mark["kind"] | undefined {
  const found = marks.get(at) ?? [];
  const first = found[0]?.kind;
  return found.every(({ kind }) => kind === first) ? first : "changed";
}

/** What one card of a cell is marked as. */
export function kindOfCard(marks: Marks, at: string, text: string): Mark["kind"] | undefined {
  return marks.get(at)?.find((mark) => mark.text === text)?.kind;
}
