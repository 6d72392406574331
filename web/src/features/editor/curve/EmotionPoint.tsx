import { type CSSProperties, type KeyboardEvent, memo } from "react";
import { useWords } from "@/app/i18n";
import { HIGHEST, LOWEST, setEmotion, startOf, stepEmotion } from "@/document/edits/emotions";
import type { EmotionRef } from "@/document/selection";
import type { Emotion, Key } from "@/document/types";

import { useEditor } from "../state/context";
import { useNumbers } from "../state/numbers";
import { pointName } from "../state/selection";
import { personaColour, personaLetter } from "../style/personas";
import classes from "./curve.module.css";
import { EmotionIcon, isDrawn } from "./EmotionIcon";
import { Face } from "./Face";
import { type Scale, yOf } from "./scale";
import type { ShownPersona } from "./series";
import { usePointDrag } from "./usePointDrag";

interface Props {
  readonly side: EmotionRef["side"];
  readonly place: Key;
  readonly placeTitle: string;
  readonly shown: ShownPersona;
  readonly emotion: Emotion | undefined;
  /** Middle of the point, in pixels from the left edge of its cell. */
  readonly x: number;
  /** What was measured speaks with faces; beside it a claim is a small handle. */
  readonly isSmall: boolean;
  readonly isLabelAbove: boolean;
  readonly isLettered: boolean;
  /** Room for the word of the emotion; the number is always told. */
  readonly hasWord: boolean;
  readonly labelWidth: number;
  readonly scale: Scale;
}

/** What the team believes one persona feels, or wishes for it: a handle to drag, and a slider for the keyboard. */
export const EmotionPoint = memo(function EmotionPoint(props: Props) {
  const { side, place, placeTitle, shown, emotion, x, scale } = props;
  const editor = useEditor();
  const t = useWords();
  const numbers = useNumbers();
  const persona = shown.persona;
  const ref: EmotionRef = { place, persona: persona.key, side };
  const start = Math.min(scale[1], startOf(emotion, side));
  const set = (value: number) => setEmotion(editor, ref, value);
  const drag = usePointDrag(emotion?.[side], start, scale, set);
  const value = drag.value ?? emotion?.[side];
  const at = value ?? start;
  const word = side === "claimed" ? editor.read(emotion?.word) : "";

  const onKeyDown = (event: KeyboardEvent) => {
    if (!editor.canEdit || !moveBy(event, editor, ref)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const colour = personaColour(shown.number);
  const style: CSSProperties = { left: x, top: yOf(at, scale), color: colour };
  return (
    <div
      role="slider"
      tabIndex={-1}
      data-card={pointName(ref)}
      data-side={side}
      data-unset={value === undefined || undefined}
      data-held={drag.isHeld || undefined}
      data-small={props.isSmall || undefined}
      data-below={!props.isLabelAbove || undefined}
      className={classes.point}
      style={style}
      aria-orientation="vertical"
      aria-valuemin={LOWEST}
      aria-valuemax={HIGHEST}
      aria-valuenow={at}
      aria-valuetext={
        value === undefined
          ? t("editor-emotion-unset")
          : [numbers.signed(value), word].filter(Boolean).join(", ")
      }
      aria-label={t(side === "claimed" ? "editor-emotion-point" : "editor-emotion-wish", {
        persona: editor.read(persona.name),
        place: placeTitle,
      })}
      aria-readonly={!editor.canEdit}
      onKeyDown={onKeyDown}
      {...drag.handlers}
      onDoubleClick={(event) => {
        event.stopPropagation();
        if (editor.canEdit && value === undefined) set(start);
      }}
    >
      <Shape {...props} at={at} />
      {value !== undefined && !props.isSmall && (
        <span aria-hidden className={classes.label} style={{ maxWidth: props.labelWidth }}>
          <b>
            {side === "claimed"
              ? numbers.signed(value)
              : t("editor-emotion-wished-value", { value: numbers.signed(value) })}
          </b>
          {word && props.hasWord && <span className={classes.word}>{word}</span>}
        </span>
      )}
      {props.isLettered && (
        <span aria-hidden className={classes.letter} style={{ background: colour }}>
          {personaLetter(shown.number)}
        </span>
      )}
    </div>
  );
});

/** A face where the claim alone speaks, or the icon chosen for it; a dot beside what was measured, and for a wish a ring on
 * its dotted line. */
function Shape({ side, isSmall, at, emotion }: Props & { readonly at: number }) {
  const { imageUrl } = useEditor();
  if (side === "wished") return <span className={classes.wish} />;
  if (isDrawn(emotion?.icon))
    return <EmotionIcon icon={emotion.icon} size={isSmall ? 18 : 24} imageUrl={imageUrl} />;
  return isSmall ? <span className={classes.handle} /> : <Face value={at} />;
}

/** Does what a key means on a point. Those that end or remove, and those with Alt, are the commands' own. */
function moveBy(event: KeyboardEvent, editor: Parameters<typeof stepEmotion>[0], ref: EmotionRef): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey) return false;
  const step = event.shiftKey ? 0.5 : 0.1;
  switch (event.key) {
    case "ArrowUp":
      stepEmotion(editor, ref, step);
      return true;
    case "ArrowDown":
      stepEmotion(editor, ref, -step);
      return true;
    case "Home":
      setEmotion(editor, ref, LOWEST);
      return true;
    case "End":
      setEmotion(editor, ref, HIGHEST);
      return true;
    default:
      return false;
  }
}
