/** Emptying what is chosen on the grid: cells, and those that hold one text. */

import type { Selection } from "../selection";
import { clearCells } from "./cards";
import type { Desk, Result } from "./desk";
import { emptyTexts } from "./places";

/** Whether cells are meant. Heads that a range of cells took along stay then. */
export function meansCells({ cells, texts = [] }: Selection): boolean {
  return cells.length + texts.length > 0;
}

/** Empties all selected cells as one step of undo. */
export function emptyCells(desk: Desk, { cells, texts = [] }: Selection): Result {
  return desk.document.edit("cells.empty", () => {
    const cleared = clearCells(desk, cells);
    return emptyTexts(desk, texts) ?? cleared;
  });
}
