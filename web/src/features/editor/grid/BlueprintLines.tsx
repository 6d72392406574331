import { useWords } from "@/app/i18n";

import type { BlueprintLine } from "../layout/rows";
import classes from "./grid.module.css";

/** Lines of a service blueprint between two layers. Their names are told with the lanes, so the drawing is silent. */
export function BlueprintLines({ lines }: { lines: readonly BlueprintLine[] }) {
  const t = useWords();
  return lines.map((line) => (
    <div key={line} aria-hidden className={classes.blueprintLine} data-line={line}>
      <span>{t(`editor-line-${line}`)}</span>
    </div>
  ));
}
