import type { Column, Key, MapSnapshot, Stage, Step } from "@/document/types";

/** A piece of a row: one column, or the columns of a whole stage. */
export interface Slot {
  /** Key of the stage or step it stands for. */
  readonly key: Key;
  readonly place: Stage | Step;
  readonly stage: Stage;
  /** Number of its first column. */
  readonly first: number;
  /** How many columns it spans. */
  readonly span: number;
}

/** The columns of the grid and the stages above them, as the reader's filter leaves them. */
export interface Columns {
  readonly columns: readonly Column[];
  /** One slot for each column. */
  readonly steps: readonly Slot[];
  /** One slot for each stage. */
  readonly stages: readonly Slot[];
}

/** What the reader does not want to see of the columns. */
export interface ColumnFilter {
  readonly showsHidden: boolean;
  readonly hiddenStages: ReadonlySet<Key>;
}

export function columnsOf(snapshot: MapSnapshot, filter: ColumnFilter): Columns {
  const columns: Column[] = [];
  const steps: Slot[] = [];
  const stages: Slot[] = [];
  for (const stage of snapshot.stages) {
    if (filter.hiddenStages.has(stage.key) || (stage.hidden && !filter.showsHidden)) continue;
    const first = columns.length;
    const shown = stage.steps.filter((step) => filter.showsHidden || !step.hidden);
    if (shown.length === 0) {
      columns.push({ stage, place: stage });
      steps.push({ key: stage.key, place: stage, stage, first, span: 1 });
    }
    for (const step of shown) {
      steps.push({ key: step.key, place: step, stage, first: columns.length, span: 1 });
      columns.push({ stage, step, place: step });
    }
    stages.push({ key: stage.key, place: stage, stage, first, span: columns.length - first });
  }
  return { columns, steps, stages };
}

/** First and last column of a step or stage; nothing where it is not shown. */
export function extentOf(columns: Columns, key: Key): readonly [number, number] | undefined {
  const slot =
    columns.stages.find((slot) => slot.key === key) ?? columns.steps.find((slot) => slot.key === key);
  return slot && [slot.first, slot.first + slot.span - 1];
}

/** The slot of a row that covers the column. */
export function slotAt(slots: readonly Slot[], column: number): Slot | undefined {
  return slots.find((slot) => slot.first <= column && column < slot.first + slot.span);
}
