import { IconPlus } from "@tabler/icons-react";
import { memo } from "react";
import { useWords } from "@/app/i18n";
import { stageActions, stepActions } from "@/document/actions/stage";
import { lookup } from "@/document/lookup";
import { selectRecords } from "@/document/selection";
import type { Key } from "@/document/types";
import { shownKeys } from "../commands/hotkeys";
import { useEditor } from "../state/context";
import classes from "./add.module.css";

interface Props {
  readonly adds: "stage" | "step";
  /** The stage or step beside which it comes; a step added at a stage becomes its last one. */
  readonly beside: Key;
  /** The end of the ribbon, the border to the next column, the lower edge of the head, or an empty cell. */
  readonly at: "end" | "border" | "edge" | "cell";
}

/** The button that adds a stage or step where one looks at it: the command of the menu, seen. It is no stop of the tab
 * key, as the grid has one only; from the keyboard the command has its shortcut. */
export const AddBeside = memo(function AddBeside({ adds, beside, at }: Props) {
  const { canEdit, document, language, apply } = useEditor();
  const t = useWords();
  const id = `${adds}-add-after`;
  const action = [...stageActions, ...stepActions].find((one) => one.id === id);
  if (!canEdit || !action) return null;
  const label = t(action.label);
  const shortcut = action.keys?.[0];
  return (
    <button
      type="button"
      tabIndex={-1}
      className={classes.add}
      data-at={at}
      aria-label={label}
      title={shortcut ? `${label} (${shownKeys(shortcut)})` : label}
      onClick={(event) => {
        event.stopPropagation();
        const { snapshot } = document;
        const selection = selectRecords(lookup(snapshot).stages.has(beside) ? "stages" : "steps", [beside]);
        apply(action.run({ document, snapshot, selection, language }));
      }}
    >
      <IconPlus aria-hidden size={15} stroke={2} />
    </button>
  );
});
