/** Touchpoints: channel, icon, and whether the traveller sees them. */

import { saidOf } from "../edits/desk";
import { addTouchpoint, setTouchpoints } from "../edits/touchpoints";
import { lookup } from "../lookup";
import { SIDES } from "../schema";
import { type Action, type ActionContext, action, choice, oneOf, shared, textOf } from "./action";
import { keysIn, stepIn } from "./selected";

const chosen = (context: ActionContext) => keysIn(context, "touchpoints");
const current = (context: ActionContext, name: "channel" | "icon" | "side") =>
  shared(chosen(context).map((key) => lookup(context.snapshot).touchpoints.get(key)?.touchpoint[name]));
const isChosen = (context: ActionContext) => chosen(context).length > 0;

export const touchpointActions: readonly Action[] = [
  action({
    id: "touchpoint-add",
    group: "touchpoint",
    icon: "IconHandClick",
    appliesTo: (context) => stepIn(context) !== undefined,
    run: (context) => addTouchpoint(context, stepIn(context)?.key ?? ""),
  }),
  action({
    id: "touchpoint-channel",
    group: "touchpoint",
    icon: "IconBroadcast",
    asks: { kind: "channel" },
    current: (context) => current(context, "channel"),
    isClearable: true,
    appliesTo: isChosen,
    run: (context, argument) => setTouchpoints(context, chosen(context), { channel: textOf(argument) }),
  }),
  action({
    id: "touchpoint-icon",
    group: "touchpoint",
    icon: "IconIcons",
    asks: { kind: "icon" },
    current: (context) => current(context, "icon"),
    isClearable: true,
    appliesTo: isChosen,
    run: (context, argument) => setTouchpoints(context, chosen(context), { icon: textOf(argument) }),
  }),
  action({
    id: "touchpoint-own-icon",
    group: "touchpoint",
    icon: "IconPhoto",
    asks: { kind: "picture" },
    appliesTo: isChosen,
    run: (context, argument) => setTouchpoints(context, chosen(context), { icon: textOf(argument) }),
  }),
  action({
    id: "touchpoint-side",
    group: "touchpoint",
    icon: "IconLayersSubtract",
    asks: choice("side", SIDES),
    current: (context) => current(context, "side"),
    appliesTo: isChosen,
    run: (context, argument) => setTouchpoints(context, chosen(context), { side: oneOf(SIDES, argument) }),
  }),
  action({
    id: "touchpoint-actor",
    group: "touchpoint",
    icon: "IconUser",
    appliesTo: (context) => chosen(context).length === 1,
    run: (context) => ({
      announce: saidOf(context, "editing", "touchpoint"),
      edit: { owner: chosen(context)[0] ?? "", field: "actor" },
    }),
  }),
];
