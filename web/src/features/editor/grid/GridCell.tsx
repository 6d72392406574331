import { IconPlus } from "@tabler/icons-react";
import { type CSSProperties, memo, type ReactNode, useSyncExternalStore } from "react";
import { useWords } from "@/app/i18n";
import type { Key } from "@/document/types";
import type { Hint } from "../measured/useHint";
import { useEditor } from "../state/context";
import { type GridStore, spell } from "../state/store";
import classes from "./grid.module.css";
import { PeopleHere } from "./PeopleHere";

export interface GridCellProps {
  readonly row: string;
  readonly place: Key;
  readonly role?: "gridcell" | "columnheader";
  /** Number of its first column, and how many it spans. */
  readonly column: number;
  readonly span: number;
  /** Name where the content says none, as in an empty cell. */
  readonly label?: string | undefined;
  /** Id of what names it, where it holds more than its name. */
  readonly labelledBy?: string | undefined;
  /** Something can be added by a click. */
  readonly canAdd: boolean;
  readonly isEmpty: boolean;
  readonly className?: string | undefined;
  readonly style?: CSSProperties;
  /** What explains its number while it has the focus. */
  readonly hint?: Hint["ofCell"] | undefined;
  readonly children: ReactNode;
}

/** A cell of the grid: one stop of the arrow keys, with the frame of whoever stands in it. */
export const GridCell = memo(function GridCell(props: GridCellProps) {
  const { row, place, column, span } = props;
  const { store, canEdit, add } = useEditor();
  const t = useWords();
  const standing = useStanding(store, row, place);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a cell of a grid, whichever of the two roles it has.
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: gridcell and columnheader both know selection.
    <div
      role={props.role ?? "gridcell"}
      data-row={row}
      data-place={place}
      data-chosen={standing !== "none" || undefined}
      data-empty={props.isEmpty || undefined}
      className={`${classes.cell} ${props.className ?? ""}`}
      style={props.style}
      tabIndex={standing === "active" ? 0 : -1}
      aria-colindex={column + 2}
      aria-colspan={span > 1 ? span : undefined}
      aria-selected={standing !== "none"}
      aria-label={props.label}
      aria-labelledby={props.labelledBy}
      aria-describedby={props.hint?.describedBy}
      onPointerDown={props.hint?.onPointerDown}
      onFocus={props.hint?.onFocus}
      onBlur={props.hint?.onBlur}
    >
      <PeopleHere row={row} place={place} />
      {props.children}
      {canEdit && props.canAdd && (
        <button
          type="button"
          tabIndex={-1}
          className={classes.add}
          aria-label={t("editor-add-here")}
          onClick={(event) => {
            event.stopPropagation();
            add({ row, place });
          }}
        >
          <IconPlus aria-hidden size={14} stroke={2} />
        </button>
      )}
    </div>
  );
});

/** Whether one stands on the cell, has chosen it, or neither. */
export function useStanding(store: GridStore, row: string, place: Key | null): "active" | "chosen" | "none" {
  return useSyncExternalStore(store.subscribe, () => {
    const { active, chosen } = store.state;
    if (active.row === row && active.place === place) return "active";
    return chosen.has(spell({ row, place })) ? "chosen" : "none";
  });
}
