import { memo } from "react";
import { useWords } from "@/app/i18n";
import type { Stage, Step } from "@/document/types";
import { GridCell } from "../grid/GridCell";
import { useEditor } from "../state/context";
import { useNumbers } from "../state/numbers";
import classes from "./curve.module.css";
import { EmotionPoint } from "./EmotionPoint";
import { Face } from "./Face";
import { CURVE_HEIGHT, type Scale, yOf } from "./scale";
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
  readonly scale: Scale;
}

/** Faces of one column of the emotion curve. */
export const EmotionCell = memo(function EmotionCell(props: Props) {
  const { place, personas, measured, columnWidth, scale } = props;
  const { read } = useEditor();
  const t = useWords();
  const numbers = useNumbers();
  const title = read(place.title);
  const said = personas.filter(({ persona }) => place.emotion[persona.key]?.claimed !== undefined);
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
        const crowd = place.emotion[key]?.claimed === undefined ? personas : said;
        const seat = crowd.findIndex(({ persona }) => persona.key === key);
        const value = place.emotion[key]?.claimed ?? 0;
        const others = crowd.filter(({ persona }) => persona.key !== key);
        const above = others.filter(
          ({ persona }) => (place.emotion[persona.key]?.claimed ?? 0) > value,
        ).length;
        return (
          <EmotionPoint
            key={key}
            place={place.key}
            placeTitle={title}
            shown={shown}
            emotion={place.emotion[key]}
            x={((seat + 0.5) / crowd.length) * columnWidth}
            isSmall={measured !== undefined}
            // Among several the upper label stands above and the lower one below; only the numbers of those between.
            isLabelAbove={crowd.length > 1 ? isUpper(above, others.length, seat) : props.above[index] !== "b"}
            hasWord={crowd.length < 3}
            labelWidth={columnWidth / crowd.length - 4}
            isLettered={personas.length > 1}
            scale={scale}
          />
        );
      })}
      {measured && (
        <div
          role="img"
          className={classes.face}
          style={{ left: columnWidth / 2, top: yOf(measured.value, scale) }}
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
        <span
          className={classes.gap}
          style={{ left: "50%", top: yOf(measured.value - measured.gap / 2, scale) }}
        >
          {t("editor-emotion-gap", { value: numbers.signed(measured.gap) })}
        </span>
      )}
    </GridCell>
  );
});

/** Whether a point belongs to the upper half of those in its column; of two equal ones the first does. */
function isUpper(above: number, others: number, seat: number): boolean {
  return above * 2 < others || (above * 2 === others && seat === 0);
}
