/** What belongs to the map as a whole. */

import { type HeadValues, setHead, setTags } from "../edits/head";
import { MAP_STATUSES, STATES } from "../schema";
import { colour, date, languageTag } from "../values";
import { type Action, type Asks, action, choice, oneOf, textOf } from "./action";

function headAction(
  id: `map-${keyof HeadValues}`,
  icon: string,
  asks: Asks,
  values: (argument: unknown) => HeadValues,
): Action {
  const name = id.slice("map-".length) as keyof HeadValues;
  return action({
    id,
    group: "head",
    icon,
    asks,
    current: ({ snapshot }) => snapshot.head[name],
    isClearable: !["status", "subject", "language"].includes(name),
    run: (context, argument) => setHead(context, values(argument)),
  });
}

export const headActions: readonly Action[] = [
  headAction("map-status", "IconProgressCheck", choice("status", MAP_STATUSES), (argument) => ({
    status: oneOf(MAP_STATUSES, argument),
  })),
  headAction("map-state", "IconGitBranch", choice("state", STATES), (argument) => ({
    state: oneOf(STATES, argument),
  })),
  headAction("map-subject", "IconWalk", { kind: "text" }, (argument) => ({ subject: textOf(argument) })),
  headAction("map-owner", "IconUser", { kind: "text" }, (argument) => ({ owner: textOf(argument) })),
  headAction("map-from", "IconCalendar", { kind: "date" }, (argument) => ({
    from: date(textOf(argument) ?? ""),
  })),
  headAction("map-until", "IconCalendar", { kind: "date" }, (argument) => ({
    until: date(textOf(argument) ?? ""),
  })),
  headAction("map-accent", "IconPalette", { kind: "colour" }, (argument) => ({
    accent: colour(textOf(argument) ?? ""),
  })),
  headAction("map-ribbon", "IconPalette", { kind: "colour" }, (argument) => ({
    ribbon: colour(textOf(argument) ?? ""),
  })),
  headAction("map-language", "IconLanguage", { kind: "text" }, (argument) => {
    const language = languageTag(textOf(argument) ?? "");
    return language === undefined ? {} : { language };
  }),
  action({
    id: "map-tags",
    group: "head",
    icon: "IconTags",
    asks: { kind: "text" },
    current: ({ snapshot }) => snapshot.tags.map(({ tag }) => tag).join(", "),
    isClearable: true,
    run: (context, argument) => setTags(context, String(argument ?? "").split(",")),
  }),
];
