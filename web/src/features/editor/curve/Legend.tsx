import { useWords } from "@/app/i18n";

import { useEditor } from "../state/context";
import { personaColour } from "../style/personas";
import classes from "./curve.module.css";
import type { Series } from "./series";

/** Which line is which, under the name of the lane. */
export function Legend({ series }: { series: readonly Series[] }) {
  const { read } = useEditor();
  const t = useWords();
  const claimed = series.filter((line) => line.kind === "claimed");
  const wished = series.find((line) => line.kind === "wished");
  const measured = series.find((line) => line.kind === "measured");
  return (
    <div className={classes.legend}>
      {measured && (
        <span>
          <Swatch line={measured} />
          {t("editor-curve-measured")}
        </span>
      )}
      {claimed.map((line) => (
        <span key={line.shown?.persona.key}>
          <Swatch line={line} />
          {claimed.length > 1 ? read(line.shown?.persona.name) : t("editor-curve-claimed")}
        </span>
      ))}
      {wished && (
        <span>
          <Swatch line={wished} />
          {t("editor-curve-wished")}
        </span>
      )}
    </div>
  );
}

function Swatch({ line }: { line: Series }) {
  const colour = line.shown ? personaColour(line.shown.number) : undefined;
  return (
    <svg aria-hidden className={classes.swatch} width="18" height="6">
      <line
        x1="1"
        x2="17"
        y1="3"
        y2="3"
        className={classes[line.kind]}
        style={colour ? { stroke: colour } : undefined}
      />
    </svg>
  );
}
