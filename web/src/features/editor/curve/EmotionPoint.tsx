import { type CSSProperties, type KeyboardEvent, memo } from "react";
import { useWords } from "@/app/i18n";
import { setEmotion } from "@/document/edits/emotions";
import type { Emotion, Key } from "@/document/types";

import { useEditor } from "../state/context";
import { useNumbers } from "../state/numbers";
import { personaColour, personaLetter } from "../style/personas";
import classes from "./curve.module.css";
import { Face } from "./Face";
import { inScale, type Scale, yOf } from "./scale";
import type { ShownPersona } from "./series";
import { usePointDrag } from "./usePointDrag";

interface Props {
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

/** What the team believes one persona feels: a handle to drag, and a slider for the keyboard. */
export const EmotionPoint = memo(function EmotionPoint(props: Props) {
  const { place, placeTitle, shown, emotion, x, scale } = props;
  const editor = useEditor();
  const t = useWords();
  const numbers = useNumbers();
  const persona = shown.persona;
  const drag = usePointDrag(emotion?.claimed ?? 0, scale, (value) => set(value));
  const claimed = drag.value ?? emotion?.claimed;
  const word = editor.read(emotion?.word);
  const set = (value: number | undefined, side: "claimed" | "wished" = "claimed") =>
    setEmotion(editor, { place, persona: persona.key, side }, value);

  const onKeyDown = (event: KeyboardEvent) => {
    const change = keyed(event, (event.altKey ? emotion?.wished : emotion?.claimed) ?? 0);
    if (change === undefined || !editor.canEdit) return;
    event.preventDefault();
    event.stopPropagation();
    set(change ?? undefined, event.altKey ? "wished" : "claimed");
  };
  const style: CSSProperties = { left: x, top: yOf(claimed ?? 0, scale), color: personaColour(shown.number) };
  return (
    <div
      role="slider"
      tabIndex={-1}
      data-card={`${place}/${persona.key}`}
      data-unset={claimed === undefined || undefined}
      data-held={drag.value !== null || undefined}
      data-small={props.isSmall || undefined}
      data-below={!props.isLabelAbove || undefined}
      className={classes.point}
      style={style}
      aria-orientation="vertical"
      aria-valuemin={-2}
      aria-valuemax={2}
      aria-valuenow={claimed ?? 0}
      aria-valuetext={
        claimed === undefined
          ? t("editor-emotion-unset")
          : [numbers.signed(claimed), word, wishedText(emotion, t, numbers.signed)].filter(Boolean).join(", ")
      }
      aria-label={t("editor-emotion-point", { persona: editor.read(persona.name), place: placeTitle })}
      aria-readonly={!editor.canEdit}
      onKeyDown={onKeyDown}
      {...drag.handlers}
      onDoubleClick={(event) => {
        event.stopPropagation();
        if (editor.canEdit && claimed === undefined) set(0);
      }}
    >
      {props.isSmall ? <span className={classes.handle} /> : <Face value={claimed ?? 0} />}
      {claimed !== undefined && !props.isSmall && (
        <span aria-hidden className={classes.label} style={{ maxWidth: props.labelWidth }}>
          <b>{numbers.signed(claimed)}</b>
          {word && props.hasWord && <span className={classes.word}>{word}</span>}
        </span>
      )}
      {props.isLettered && (
        <span aria-hidden className={classes.letter} style={{ background: personaColour(shown.number) }}>
          {personaLetter(shown.number)}
        </span>
      )}
    </div>
  );
});

/** The value after a key; null takes it away, undefined leaves the key to others. */
function keyed(event: KeyboardEvent, value: number): number | null | undefined {
  const step = event.shiftKey ? 0.5 : 0.1;
  switch (event.key) {
    case "ArrowUp":
      return inScale(value + step);
    case "ArrowDown":
      return inScale(value - step);
    case "Home":
      return -2;
    case "End":
      return 2;
    case "Delete":
    case "Backspace":
      return null;
    default:
      return undefined;
  }
}

function wishedText(
  emotion: Emotion | undefined,
  t: ReturnType<typeof useWords>,
  signed: (value: number) => string,
): string {
  return emotion?.wished === undefined
    ? ""
    : t("editor-emotion-wished-value", { value: signed(emotion.wished) });
}
