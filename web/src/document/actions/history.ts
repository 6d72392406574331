/** Undo and redo. */

import { type Action, action } from "./action";

export const historyActions: readonly Action[] = [
  action({
    id: "undo",
    group: "history",
    icon: "IconArrowBackUp",
    keys: ["mod+Z"],
    isEnabled: ({ document }) => document.undo.canUndo,
    run: ({ document }) => (document.undo.undo() ? { announce: { id: "said-undone" } } : undefined),
  }),
  action({
    id: "redo",
    group: "history",
    icon: "IconArrowForwardUp",
    keys: ["mod+shift+Z", "mod+Y"],
    isEnabled: ({ document }) => document.undo.canRedo,
    run: ({ document }) => (document.undo.redo() ? { announce: { id: "said-redone" } } : undefined),
  }),
];
