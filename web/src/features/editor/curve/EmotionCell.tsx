import { Fragment, memo } from "react";
import { useWords } from "@/app/i18n";
import { startOf } from "@/document/edits/emotions";
import type { EmotionRef } from "@/document/selection";
import type { Emotion, Key, Stage, Step } from "@/document/types";
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
  const { read, canEdit } = useEditor();
  const t = useWords();
  const numbers = useNumbers();
  const title = read(place.title);
  const isEmpty = ["claimed" as const, "wished" as const].every((side) => saidOf(props, side).length === 0);
  return (
    <GridCell
      row={props.row}
      place={place.key}
      column={props.column}
      span={1}
      style={{ gridColumn: props.gridColumn, height: CURVE_HEIGHT, padding: 0 }}
      canAdd={false}
      isEmpty={isEmpty}
      label={isEmpty ? t("editor-emotion-none", { place: title }) : undefined}
    >
      {personas.map((shown, index) => {
        const { key } = shown.persona;
        const emotion = place.emotion[key];
        const claim = seatOf(props, key, "claimed");
        const wish = seatOf(props, key, "wished");
        const others = claim.crowd.filter(({ persona }) => persona.key !== key);
        const above = others.filter(
          ({ persona }) => (place.emotion[persona.key]?.claimed ?? 0) > (emotion?.claimed ?? 0),
        ).length;
        const common = {
          place: place.key,
          placeTitle: title,
          shown,
          emotion,
          isLettered: personas.length > 1,
          scale,
        };
        return (
          <Fragment key={key}>
            <EmotionPoint
              {...common}
              side="claimed"
              x={claim.x}
              isSmall={measured !== undefined}
              // Among several the upper label stands above and the lower one below; only the numbers of those between.
              isLabelAbove={
                others.length > 0 ? isUpper(above, others.length, claim.seat) : props.above[index] !== "b"
              }
              hasWord={claim.crowd.length < 3}
              labelWidth={columnWidth / claim.crowd.length - 4}
            />
            {(canEdit || emotion?.wished !== undefined) && (
              <EmotionPoint
                {...common}
                side="wished"
                x={besideClaim(wish.x, claim.x, emotion, scale)}
                isSmall={false}
                isLabelAbove
                hasWord={false}
                labelWidth={columnWidth}
              />
            )}
          </Fragment>
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

type Side = EmotionRef["side"];

/** The personas of whom one side is told here. */
function saidOf({ place, personas }: Props, side: Side): readonly ShownPersona[] {
  return personas.filter(({ persona }) => place.emotion[persona.key]?.[side] !== undefined);
}

/** Where a persona's point stands among those of the column; points that are not set wait among all. */
function seatOf(props: Props, key: Key, side: Side) {
  const crowd = props.place.emotion[key]?.[side] === undefined ? props.personas : saidOf(props, side);
  const seat = crowd.findIndex(({ persona }) => persona.key === key);
  return { crowd, seat, x: ((seat + 0.5) / crowd.length) * props.columnWidth };
}

/** How near two points hide each other, and how far a wish steps aside then, in pixels. */
const NEAR = 24;
const ASIDE = 26;

/** A wish that would lie upon its claim steps aside, so that each can be taken. */
function besideClaim(x: number, claim: number, emotion: Emotion | undefined, scale: Scale): number {
  const [wished, claimed] = (["wished", "claimed"] as const).map((side) =>
    yOf(emotion?.[side] ?? Math.min(scale[1], startOf(emotion, side)), scale),
  );
  const isUpon = Math.abs(x - claim) < NEAR && Math.abs((wished ?? 0) - (claimed ?? 0)) < NEAR;
  return isUpon ? claim + ASIDE : x;
}

/** Whether a point belongs to the upper half of those in its column; of two equal ones the first does. */
function isUpper(above: number, others: number, seat: number): boolean {
  return above * 2 < others || (above * 2 === others && seat === 0);
}
