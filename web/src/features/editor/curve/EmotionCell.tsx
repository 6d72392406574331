import { memo } from "react";
import { useWords } from "@/app/i18n";
import type { Stage, Step } from "@/document/types";
import { GridCell } from "../grid/GridCell";
import { useEditor } from "../state/context";
import { useNumbers } from "../state/numbers";
import classes from "./curve.module.css";
import { EmotionPoint } from "./EmotionPoint";
import { Face } from "./Face";
import { CURVE_HEIGHT, yOf } from "./scale";
import type { CurvePoint, ShownPersona } from "./series";

interface Props {
  readonly row: string;
  readonly place: Stage | Step;
  readonly column: number;
  readonly gridColumn: string;
  readonly columnWidth: number;
  readonly personas: readonly ShownPersona[];
  /** What was measured here. */
  readonly measured: CurvePoint | undefined;
  /** Per persona, `a` where the label stands above its point and `b` where below. */
  readonly above: string;
}

/** Faces of one column of the emotion curve. */
export const EmotionCell = memo(function EmotionCell(props: Props) {
  const { place, personas, measured, columnWidth } = props;
  const { read } = useEditor();
  const t = useWords();
  const numbers = useNumbers();
  const title = read(place.title);
  const said = personas.filter(({ persona }) => place.emotion[persona.key]?.claimed !== undefined);
  const seat = Math.min(30, columnWidth / (personas.length + 1));
  return (
    <GridCell
      row={props.row}
      place={place.key}
      column={props.column}
      span={1}
      style={{ gridColumn: props.gridColumn, height: CURVE_HEIGHT, padding: 0 }}
      canAdd={false}
      isEmpty={said.length === 0}
      label={said.length === 0 ? t("editor-emotion-none", { place: title }) : undefined}
    >
      {personas.map((shown, index) => {
        const { key } = shown.persona;
        const at = place.emotion[key]?.claimed;
        // Faces of one column that feel alike stand side by side.
        const crowd = personas.filter(({ persona }) => {
          const other = place.emotion[persona.key]?.claimed;
          return at !== undefined && other !== undefined && Math.abs(other - at) < 0.6;
        });
        const aside = crowd.length > 1 ? crowd.findIndex(({ persona }) => persona.key === key) - (crowd.length - 1) / 2 : 0;
        return (
          <EmotionPoint
            key={key}
            place={place.key}
            placeTitle={title}
            shown={shown}
            emotion={place.emotion[key]}
            x={columnWidth / 2 + aside * seat}
            isSmall={measured !== undefined}
            isLabelAbove={props.above[index] !== "b"}
            isLettered={personas.length > 1}
          />
        );
      })}
      {measured && (
        // biome-ignore lint/a11y/useSemanticElements: a card of the grid that is seen as a face.
        <div
          role="img"
          className={classes.face}
          style={{ left: columnWidth / 2, top: yOf(measured.value) }}
          aria-label={t("editor-emotion-measured", {
            value: numbers.signed(measured.value),
            ratings: measured.ratings ?? 0,
          })}
          title={t("editor-emotion-measured", {
            value: numbers.signed(measured.value),
            ratings: measured.ratings ?? 0,
          })}
        >
          <Face value={measured.value} size={22} />
          <span aria-hidden className={classes.measuredLabel}>
            {numbers.signed(measured.value)}
          </span>
        </div>
      )}
      {measured?.gap !== undefined && (
        <span className={classes.gap} style={{ left: "50%", top: yOf(measured.value - measured.gap / 2) }}>
          {t("editor-emotion-gap", { value: numbers.signed(measured.gap) })}
        </span>
      )}
    </GridCell>
  );
});
