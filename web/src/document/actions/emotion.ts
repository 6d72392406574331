/** Emotions by keys: the way without dragging. */

import { editEmotionWord, emotionAt, HIGHEST, LOWEST, setEmotionIcon, stepEmotion } from "../edits/emotions";
import { type Action, type ActionContext, action, type Outcome, textOf } from "./action";
import { emotionIn } from "./selected";

/** As on the point itself, Shift takes the larger step. */
const COARSE = 0.5;
const FINE = 0.1;

const isChosen = (context: ActionContext) => emotionIn(context) !== undefined;

function step(context: ActionContext, delta: number): Outcome | undefined {
  const ref = emotionIn(context);
  return ref && stepEmotion(context, ref, delta);
}

function isWithin(context: ActionContext, bound: number): boolean {
  const ref = emotionIn(context);
  return ref !== undefined && emotionAt(context, ref)?.[ref.side] !== bound;
}

function stepAction(id: string, icon: string, key: string, delta: number): Action {
  return action({
    id,
    group: "emotion",
    icon,
    keys: [key],
    appliesTo: isChosen,
    isEnabled: (context) => isWithin(context, delta > 0 ? HIGHEST : LOWEST),
    run: (context) => step(context, delta),
  });
}

export const emotionActions: readonly Action[] = [
  stepAction("emotion-raise", "IconMoodUp", "alt+shift+ArrowUp", COARSE),
  stepAction("emotion-lower", "IconMoodSad", "alt+shift+ArrowDown", -COARSE),
  stepAction("emotion-raise-little", "IconChevronUp", "alt+ArrowUp", FINE),
  stepAction("emotion-lower-little", "IconChevronDown", "alt+ArrowDown", -FINE),
  action({
    id: "emotion-word",
    group: "emotion",
    icon: "IconLetterCase",
    appliesTo: isChosen,
    run: (context) => {
      const ref = emotionIn(context);
      return ref && editEmotionWord(context, ref);
    },
  }),
  action({
    id: "emotion-icon",
    group: "emotion",
    icon: "IconMoodSmile",
    asks: { kind: "icon" },
    current: (context) => {
      const ref = emotionIn(context);
      return ref && emotionAt(context, ref)?.icon;
    },
    isClearable: true,
    appliesTo: isChosen,
    run: (context, argument) => {
      const ref = emotionIn(context);
      return ref && setEmotionIcon(context, ref, textOf(argument));
    },
  }),
];
