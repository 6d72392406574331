import { type CSSProperties, type ReactNode, useSyncExternalStore } from "react";
import type { Key } from "@/document/types";

import { useEditor } from "../state/context";
import classes from "./cards.module.css";

interface Props {
  /** Key of the record it shows. */
  readonly record: Key;
  /** Text that Enter, F2 and a double click begin to write; none where there is nothing to write. */
  readonly field?: string;
  readonly className?: string | undefined;
  readonly style?: CSSProperties | undefined;
  /** What it is and says, in one sentence. */
  readonly label: string;
  /** Whether evidence is cited; undefined where nothing is claimed. */
  readonly isBacked?: boolean;
  readonly children: ReactNode;
}

/** What stands in a cell: the second level of the grid, reached by Enter or a click. */
export function Card({ record, field, className, style, label, isBacked, children }: Props) {
  const { showsAssumptions, store } = useEditor();
  const isChosen = useSyncExternalStore(store.subscribe, () => {
    const { cards } = store.state;
    return cards.size > 1 && cards.has(record);
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be no card of a grid.
    <div
      role="group"
      tabIndex={-1}
      data-card={record}
      data-field={field}
      data-chosen={isChosen || undefined}
      data-assumed={(showsAssumptions && isBacked === false) || undefined}
      data-faded={(showsAssumptions && isBacked !== false) || undefined}
      className={`${classes.card} ${className ?? ""}`}
      style={style}
      aria-label={label}
    >
      {children}
    </div>
  );
}
