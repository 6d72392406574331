/** Stages and steps. */

import { cellOf } from "../edits/cards";
import { saidOf } from "../edits/desk";
import {
  addStage,
  addStep,
  splitStage,
  splitStep,
  turnStageIntoStep,
  turnStepIntoStage,
} from "../edits/places";
import { lookup } from "../lookup";
import type { Stage } from "../types";
import { duration, isSlug } from "../values";
import { type Action, type ActionContext, action, type Outcome, textOf } from "./action";
import { cardsIn, keysIn, stageIn, stepIn } from "./selected";

function addStageBeside(context: ActionContext, offset: 0 | 1): Outcome | undefined {
  const stage = stageIn(context);
  return addStage(context, stage && context.snapshot.stages.indexOf(stage) + offset);
}

function addStepBeside(context: ActionContext, offset: 0 | 1): Outcome | undefined {
  const [stage, step] = [stageIn(context), stepIn(context)];
  return stage && addStep(context, stage.key, step && stage.steps.indexOf(step) + offset);
}

const isStageChosen = (context: ActionContext) => keysIn(context, "stages").length === 1;
const chosenStep = (context: ActionContext) => {
  const [key] = keysIn(context, "steps");
  return key === undefined ? undefined : lookup(context.snapshot).steps.get(key);
};

/** The selected cards that stand in the selected step itself; an idea goes with its barrier. */
const cardsOfStep = (context: ActionContext) =>
  cardsIn(context).filter(
    (ref) => ref.table !== "ideas" && cellOf(context.snapshot, ref)?.place === stepIn(context)?.key,
  );

/** Says which map describes the stage in full; none takes the link away. */
function link(context: ActionContext, stage: Stage, map: string | undefined): Outcome {
  context.document.edit("stage.link", (edit) => edit.set("stages", stage.key, { map }));
  return { announce: saidOf(context, "changed", "stage", stage.title) };
}

export const stageActions: readonly Action[] = [
  action({
    id: "stage-add-before",
    group: "stage",
    icon: "IconColumnInsertLeft",
    appliesTo: (context) => stageIn(context) !== undefined,
    run: (context) => addStageBeside(context, 0),
  }),
  action({
    id: "stage-add-after",
    group: "stage",
    icon: "IconColumnInsertRight",
    keys: ["mod+alt+Enter"],
    run: (context) => addStageBeside(context, 1),
  }),
  action({
    id: "stage-split",
    group: "stage",
    icon: "IconArrowsSplit2",
    appliesTo: (context) => chosenStep(context) !== undefined,
    isEnabled: (context) => {
      const step = chosenStep(context);
      return step !== undefined && stageIn(context)?.steps[0] !== step;
    },
    run: (context) => {
      const step = chosenStep(context);
      return step && splitStage(context, step.key);
    },
  }),
  action({
    id: "stage-to-step",
    group: "stage",
    icon: "IconIndentIncrease",
    appliesTo: isStageChosen,
    isEnabled: (context) => context.snapshot.stages[0]?.key !== keysIn(context, "stages")[0],
    run: (context) => turnStageIntoStep(context, keysIn(context, "stages")[0] ?? ""),
  }),
  action({
    id: "stage-link",
    group: "stage",
    icon: "IconMap2",
    asks: { kind: "map" },
    current: (context) => stageIn(context)?.map,
    appliesTo: isStageChosen,
    run: (context, argument) => {
      const stage = stageIn(context);
      const map = textOf(argument);
      return stage && map !== undefined && isSlug(map) ? link(context, stage, map) : undefined;
    },
  }),
  action({
    id: "stage-unlink",
    group: "stage",
    icon: "IconX",
    appliesTo: (context) => isStageChosen(context) && stageIn(context)?.map !== undefined,
    run: (context) => {
      const stage = stageIn(context);
      return stage && link(context, stage, undefined);
    },
  }),
];

export const stepActions: readonly Action[] = [
  action({
    id: "step-add-before",
    group: "step",
    icon: "IconColumnInsertLeft",
    appliesTo: (context) => stepIn(context) !== undefined,
    run: (context) => addStepBeside(context, 0),
  }),
  action({
    id: "step-add-after",
    group: "step",
    icon: "IconColumnInsertRight",
    keys: ["mod+Enter"],
    appliesTo: (context) => stageIn(context) !== undefined,
    run: (context) => addStepBeside(context, 1),
  }),
  action({
    id: "step-split",
    group: "step",
    icon: "IconArrowsSplit2",
    appliesTo: (context) => stepIn(context) !== undefined && cardsOfStep(context).length > 0,
    run: (context) => splitStep(context, stepIn(context)?.key ?? "", cardsOfStep(context)),
  }),
  action({
    id: "step-to-stage",
    group: "step",
    icon: "IconIndentDecrease",
    appliesTo: (context) => chosenStep(context) !== undefined,
    run: (context) => turnStepIntoStage(context, chosenStep(context)?.key ?? ""),
  }),
  action({
    id: "step-expected",
    group: "step",
    icon: "IconClock",
    asks: { kind: "duration" },
    current: (context) => stepIn(context)?.expected,
    isClearable: true,
    appliesTo: (context) => stepIn(context) !== undefined,
    run: (context, argument) => {
      const [step, written] = [stepIn(context), textOf(argument)];
      const expected = written && duration(written);
      if (!step || (written !== undefined && expected === undefined)) return undefined;
      context.document.edit("step.expected", (edit) => edit.set("steps", step.key, { expected }));
      return { announce: saidOf(context, "changed", "step", step.title) };
    },
  }),
  action({
    id: "step-success",
    group: "step",
    icon: "IconTargetArrow",
    appliesTo: (context) => stepIn(context) !== undefined,
    run: (context) => {
      const step = stepIn(context);
      return (
        step && {
          announce: saidOf(context, "editing", "step", step.title),
          edit: { owner: step.key, field: "success" },
        }
      );
    },
  }),
  action({
    id: "stage-goal",
    group: "stage",
    icon: "IconFlag",
    appliesTo: isStageChosen,
    run: (context) => {
      const stage = stageIn(context);
      return (
        stage && {
          announce: saidOf(context, "editing", "stage", stage.title),
          edit: { owner: stage.key, field: "goal" },
        }
      );
    },
  }),
];
