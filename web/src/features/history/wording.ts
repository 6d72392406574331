import type { Change, JourneyText } from "@/api/types";
import { textIn, type Words } from "@/app/i18n";

/** What a change is told with. */
export interface Telling {
  t: Words;
  /** Language of the reader. */
  language: string;
  /** The map's own language, of texts written plainly. */
  own: string;
}

type Place = Change["place"];

/** A change in a map maker's words. */
export function wordChange(change: Change, telling: Telling): string {
  const { t } = telling;
  const title = titleOf(change, telling);
  const { what } = change;
  switch (change.kind) {
    case "added":
    case "removed":
      return `${t(`change-${change.kind}`, { what, title })}${contents(change, t)}`;
    case "moved":
      return moved(change, title, telling);
    case "felt-better":
    case "felt-worse":
      return t(`change-${change.kind}`, {
        field: change.field ?? "claimed",
        persona: named(change.place.persona, telling),
        place: placeName(change.place, telling),
        before: valueWords(change.before, telling),
        after: valueWords(change.after, telling),
      });
    case "reworded":
      return rewritten(change, title, telling);
    case "set":
      return valued(change, title, telling);
  }
}

/** Where something stands, from the widest to the narrowest: stage, step, lane. */
export function whereabouts(place: Place, telling: Telling): string {
  const names = [place.stage, place.step, place.lane ?? place.persona].map((one) => named(one, telling));
  return [...new Set(names.filter(Boolean))].join(" › ");
}

/** A text of the map for the reader. */
export function read(text: JourneyText | null | undefined, { language, own }: Telling): string {
  if (typeof text === "string") {
    return text;
  }
  return textIn(text, language, own);
}

function titleOf(change: Change, telling: Telling): string {
  const { t } = telling;
  const { place, what } = change;
  const title = read(change.title, telling);
  if (title !== "") {
    return title;
  }
  switch (what) {
    case "map":
      return t("change-in-map");
    case "emotion":
      return t("change-of-emotion", {
        persona: named(place.persona, telling),
        place: placeName(place, telling),
      });
    case "transition":
      return t("change-of-transition", { from: placeName(place, telling), to: named(place.to, telling) });
    case "target":
      return t("change-of-target", {
        metric: change.id ?? change.field ?? "",
        place: placeName(place, telling),
      });
    case "binding":
      return named(place.touchpoint, telling);
    default:
      return t("change-untitled");
  }
}

/** What came or went with a thing. */
function contents({ steps = 0, cards = 0 }: Change, t: Words): string {
  const parts = [steps && t("change-steps", { count: steps }), cards && t("change-cards", { count: cards })];
  const said = parts.filter(Boolean).join(", ");
  return said === "" ? "" : ` (${said})`;
}

function moved(change: Change, title: string, telling: Telling): string {
  const { t } = telling;
  const { what, place, from = {} } = change;
  if (container(place) === container(from)) {
    const positions = { from: from.position ?? "", to: place.position ?? "" };
    return t("change-reordered", { what, title, ...positions });
  }
  return t("change-moved", {
    what,
    title,
    from: containerName(from, telling),
    to: containerName(place, telling),
  });
}

/** What tells one home of a thing from another. */
function container({ stage, step, lane, persona, list, barrier }: Place): string {
  return JSON.stringify([stage?.id, step?.id, lane?.id, persona?.id, list, barrier?.id]);
}

function containerName(place: Place, telling: Telling): string {
  const { t } = telling;
  if (place.persona && place.list) {
    const list = t(`change-field-${place.list}`);
    return t("change-in-portrait", { persona: named(place.persona, telling), list });
  }
  const at = placeName(place, telling);
  return place.lane ? t("change-in-cell", { place: at, lane: named(place.lane, telling) }) : at;
}

function rewritten(change: Change, title: string, telling: Telling): string {
  const { t } = telling;
  const verb = !change.before ? "written" : !change.after ? "erased" : "reworded";
  const args = {
    title,
    field: t(`change-field-${change.field ?? "text"}`),
    before: change.before ?? "",
    after: change.after ?? "",
  };
  return change.language
    ? t(`change-${verb}-in`, { ...args, language: languageName(change.language, telling.language) })
    : t(`change-${verb}`, args);
}

function valued(change: Change, title: string, telling: Telling): string {
  const { t } = telling;
  const id =
    change.before === undefined
      ? "change-set-first"
      : change.after === undefined
        ? "change-cleared"
        : "change-set";
  return t(id, {
    title,
    field: t(`change-field-${change.field ?? "text"}`),
    before: formatWords(change, change.before, telling),
    after: formatWords(change, change.after, telling),
  });
}

/** The format's own words for the state of work, as the page says them. */
function formatWords({ what, field }: Change, value: string | undefined, telling: Telling): string {
  if (what === "map" && value && (field === "status" || field === "state")) {
    return telling.t(`portfolio-${field}-${value}`);
  }
  return valueWords(value, telling);
}

function valueWords(value: string | undefined, { t, language }: Telling): string {
  if (value === "true" || value === "false") {
    return t(value === "true" ? "change-yes" : "change-no");
  }
  const number = Number(value);
  return value && Number.isFinite(number) ? number.toLocaleString(language) : (value ?? "");
}

const placeName = (place: Place, telling: Telling) => named(place.step ?? place.stage, telling);

function named(one: Place["stage"], telling: Telling): string {
  return one ? read(one.title, telling) || one.id : "";
}

function languageName(tag: string, reader: string): string {
  return new Intl.DisplayNames([reader], { type: "language" }).of(tag) ?? tag;
}
