/** Lanes: adding one of each kind, and what a lane is. */

import { cellOf } from "../edits/cards";
import { setLaneKind } from "../edits/lane-kind";
import { addLane, type NewLane, setLane, splitLane } from "../edits/lanes";
import { hasCells, LANE_KINDS, LAYERS, METRICS } from "../schema";
import { type Action, type ActionContext, action, choice, type Outcome, oneOf, textOf } from "./action";
import { cardsIn, laneIn } from "./selected";

/** What a lane is offered as, with the icon that fits it. The blueprint has a lane for each of its layers. */
export const LANE_TEMPLATES: Readonly<Record<string, NewLane & { readonly icon: string }>> = {
  ...Object.fromEntries(
    LANE_KINDS.filter((kind) => kind !== "blueprint").map((kind) => [kind, { kind, icon: laneIcon(kind) }]),
  ),
  ...Object.fromEntries(
    LAYERS.map(
      (layer) => [`blueprint-${layer}`, { kind: "blueprint", layer, icon: laneIcon("blueprint") }] as const,
    ),
  ),
};

function laneIcon(kind: (typeof LANE_KINDS)[number]): string {
  return {
    text: "notes",
    list: "list",
    questions: "help",
    goals: "target",
    quotes: "quote",
    emotion: "mood",
    touchpoints: "tap",
    image: "photo",
    process: "settings",
    metric: "chart",
    barriers: "barrier",
    ideas: "bulb",
    blueprint: "layers",
  }[kind];
}

function addLaneBeside(context: ActionContext, offset: 0 | 1, argument: unknown): Outcome | undefined {
  const template = LANE_TEMPLATES[textOf(argument) ?? ""];
  const lane = laneIn(context);
  return template && addLane(context, template, lane && context.snapshot.lanes.indexOf(lane) + offset);
}

/** The selected cards that stand in the selected lane itself. */
function cardsOfLane(context: ActionContext) {
  const lane = laneIn(context)?.key;
  return cardsIn(context).filter(
    (ref) => ref.table === "items" && cellOf(context.snapshot, ref)?.lane === lane,
  );
}

const KINDS = choice("lane", Object.keys(LANE_TEMPLATES));

export const laneActions: readonly Action[] = [
  action({
    id: "lane-add-above",
    group: "lane",
    icon: "IconRowInsertTop",
    asks: KINDS,
    appliesTo: (context) => laneIn(context) !== undefined,
    run: (context, argument) => addLaneBeside(context, 0, argument),
  }),
  action({
    id: "lane-add-below",
    group: "lane",
    icon: "IconRowInsertBottom",
    asks: KINDS,
    run: (context, argument) => addLaneBeside(context, 1, argument),
  }),
  action({
    id: "lane-kind",
    group: "lane",
    icon: "IconLayoutRows",
    asks: KINDS,
    current: (context) => {
      const lane = laneIn(context);
      return lane?.layer ? `${lane.kind}-${lane.layer}` : lane?.kind;
    },
    appliesTo: (context) => laneIn(context) !== undefined,
    run: (context, argument) => {
      const [lane, template] = [laneIn(context), LANE_TEMPLATES[textOf(argument) ?? ""]];
      return lane && template && setLaneKind(context, lane.key, template.kind, template.layer);
    },
  }),
  action({
    id: "lane-metric",
    group: "lane",
    icon: "IconChartBar",
    asks: choice("metric", METRICS),
    current: (context) => laneIn(context)?.metric,
    appliesTo: (context) => laneIn(context)?.kind === "metric",
    run: (context, argument) => {
      const lane = laneIn(context);
      return lane && setLane(context, lane.key, { metric: oneOf(METRICS, argument) });
    },
  }),
  action({
    id: "lane-icon",
    group: "lane",
    icon: "IconIcons",
    asks: { kind: "icon" },
    current: (context) => laneIn(context)?.icon,
    isClearable: true,
    appliesTo: (context) => laneIn(context) !== undefined,
    run: (context, argument) => {
      const lane = laneIn(context);
      return lane && setLane(context, lane.key, { icon: textOf(argument) });
    },
  }),
  action({
    id: "lane-split",
    group: "lane",
    icon: "IconArrowsSplit2",
    appliesTo: (context) => {
      const lane = laneIn(context);
      return lane !== undefined && hasCells(lane.kind) && cardsOfLane(context).length > 0;
    },
    run: (context) =>
      splitLane(
        context,
        laneIn(context)?.key ?? "",
        cardsOfLane(context).map((ref) => ref.key),
      ),
  }),
];
