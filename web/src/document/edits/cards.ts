/** Cards: what stands in a cell, whatever the kind of its lane. In lanes with cells of their own a card is an item; the
 * lanes that draw what stands elsewhere show touchpoints, barriers and ideas as cards. */

import type { Edit } from "../edit";
import { lookup } from "../lookup";
import type { Sibling } from "../order";
import { hasCells } from "../schema";
import type { Cell, RecordRef, Selection } from "../selection";
import type { Barrier, Idea, Item, Key, MapSnapshot, Text, Touchpoint } from "../types";
import { copyBarrier, copyIdea, copyItem, copyTouchpoint, sameMap } from "./copy";
import { type Desk, type Result, saidOf, saidOfMany, type Thing } from "./desk";
import { makeMissingLane } from "./lanes";

/** Tables whose records are shown as cards. */
export type CardTable = "items" | "touchpoints" | "barriers" | "ideas";
export interface CardRef {
  readonly table: CardTable;
  readonly key: Key;
}
/** A card with what it holds and its evidence, whichever table it is from. */
export type Card =
  | { readonly table: "items"; readonly record: Item }
  | { readonly table: "touchpoints"; readonly record: Touchpoint }
  | { readonly table: "barriers"; readonly record: Barrier }
  | { readonly table: "ideas"; readonly record: Idea };

const THING: Readonly<Record<CardTable, Thing>> = {
  items: "card",
  touchpoints: "touchpoint",
  barriers: "barrier",
  ideas: "idea",
};
const PARENT = { items: "place", touchpoints: "step", barriers: "place", ideas: "barrier" } as const;

export function isCard(ref: RecordRef): ref is CardRef {
  return ref.table in PARENT;
}

/** What a card says. */
export function cardText(card: Card): Text {
  return card.table === "touchpoints" ? card.record.title : card.record.text;
}

/** The card of this name; none if it is gone. */
export function cardOf(snapshot: MapSnapshot, { table, key }: CardRef): Card | undefined {
  const known = lookup(snapshot);
  const record = {
    items: () => known.items.get(key)?.item,
    touchpoints: () => known.touchpoints.get(key)?.touchpoint,
    barriers: () => known.barriers.get(key)?.barrier,
    ideas: () => known.ideas.get(key)?.idea,
  }[table]();
  return record && ({ table, record } as Card);
}

/** The cards of a cell, in order. */
export function cardsOf(snapshot: MapSnapshot, cell: Cell): readonly Card[] {
  const { lanes, places, steps } = lookup(snapshot);
  const [lane, place] = [lanes.get(cell.lane), places.get(cell.place)];
  if (!lane || !place) return [];
  switch (lane.kind) {
    case "emotion":
      return [];
    case "touchpoints":
      return (steps.get(cell.place)?.touchpoints ?? []).map((record) => ({ table: "touchpoints", record }));
    case "barriers":
      return place.barriers.map((record) => ({ table: "barriers", record }));
    case "ideas":
      return place.barriers.flatMap((one) => one.ideas).map((record) => ({ table: "ideas", record }));
    default:
      return (place.cells[cell.lane] ?? []).map((record) => ({ table: "items", record }));
  }
}

/** The cell in which a card is shown: the first lane that shows such cards, for those that several lanes may show. */
export function cellOf(snapshot: MapSnapshot, ref: CardRef): Cell | undefined {
  const known = lookup(snapshot);
  const home = known.items.get(ref.key)?.home;
  if (ref.table === "items") return home && "lane" in home ? home : undefined;
  const lane = snapshot.lanes.find((one) => one.kind === ref.table);
  const place = {
    touchpoints: known.touchpoints.get(ref.key)?.step,
    barriers: known.barriers.get(ref.key)?.place,
    ideas: known.ideas.get(ref.key)?.place,
  }[ref.table];
  return lane && place && { place: place.key, lane: lane.key };
}

/** The table of the cards that a cell can hold; none in a lane of emotions, and where there is no step to hold a
 * touchpoint and no barrier to hold an idea. */
export function tableIn(snapshot: MapSnapshot, cell: Cell): CardTable | undefined {
  const { lanes, steps, places } = lookup(snapshot);
  const [lane, place] = [lanes.get(cell.lane), places.get(cell.place)];
  if (!lane || !place) return undefined;
  if (hasCells(lane.kind)) return "items";
  if (lane.kind === "touchpoints") return steps.has(cell.place) ? "touchpoints" : undefined;
  if (lane.kind === "ideas") return place.barriers.length > 0 ? "ideas" : undefined;
  return lane.kind === "barriers" ? "barriers" : undefined;
}

/** Adds a card to a cell, before the one at this index. */
export function addCard(
  desk: Desk,
  cell: Cell,
  text: Text = { "": "" },
  index?: number,
  image?: string,
): Result {
  const { document } = desk;
  const { snapshot } = document;
  const table = tableIn(snapshot, cell);
  if (!table) return undefined;
  const key = document.edit(`${THING[table]}.add`, (edit) => {
    const made = newCard(edit, snapshot, table, cell, text, index);
    if (table === "items") edit.set("items", made, { image });
    return made;
  });
  return {
    announce: saidOf(desk, "added", THING[table], text),
    select: selectCards([{ table, key }], cell),
    edit: { owner: key, field: table === "touchpoints" ? "title" : "text", isNew: true },
  };
}

/** Moves cards to a cell, before the card at this index of those that stand there. Cards of another kind become what
 * the lane holds: an item that goes to the lane of barriers becomes a barrier. */
export function moveCards(desk: Desk, refs: readonly CardRef[], cell: Cell, index?: number): Result {
  const { document } = desk;
  const { snapshot } = document;
  const going = goingTo(snapshot, refs, cell);
  if (!going) return undefined;
  const { table, cards, moving } = going;
  const all = cardsOf(snapshot, cell).map((card) => card.record);
  const before = all.slice(0, index ?? all.length).filter((card) => !moving.has(card.key)).length;
  const others = all.filter((card) => !moving.has(card.key));
  if (
    isInPlace(
      all,
      cards.map((card) => card.record),
      others,
      before,
    )
  )
    return undefined;
  const moved = document.edit("card.move", (edit) => {
    const siblings = table === "ideas" ? ideaSiblings(snapshot, cell, moving) : others;
    const positions = edit.positions(table, siblings, Math.min(before, siblings.length), cards.length);
    const target = { table, cell, moving };
    return cards.map((card, at) => moveOne(edit, snapshot, card, target, positions[at] as string));
  });
  const args = { position: before + 1, total: others.length + cards.length };
  const title = cards.length === 1 && cards[0] ? cardText(cards[0]) : undefined;
  const announce = saidOf(desk, "moved-to", THING[table], title, { ...args, count: cards.length });
  return { announce, select: selectCards(moved, cell) };
}

/** Whether a cell can hold these cards. */
export function canMoveCards(snapshot: MapSnapshot, refs: readonly CardRef[], cell: Cell): boolean {
  return goingTo(snapshot, refs, cell) !== undefined;
}

/** What goes to a cell with these cards, and what it becomes there. */
function goingTo(snapshot: MapSnapshot, refs: readonly CardRef[], cell: Cell) {
  const table = tableIn(snapshot, cell);
  if (!table) return undefined;
  const cards = withIdeas(cardsThere(snapshot, refs), table);
  const moving = new Set(cards.map((card) => card.record.key));
  const canGo = table !== "ideas" || barrierIn(snapshot, cell, moving) !== undefined;
  return cards.length > 0 && canGo ? { table, cards, moving } : undefined;
}

/** Copies cards, each behind itself. */
export function duplicateCards(desk: Desk, refs: readonly CardRef[]): Result {
  const { document } = desk;
  const { snapshot } = document;
  const cards = cardsThere(snapshot, refs);
  const [first] = cards;
  if (!first) return undefined;
  const made = document.edit("card.duplicate", (edit) =>
    cards.map((card) => duplicateOne(edit, snapshot, card)),
  );
  const title = cards.length === 1 ? cardText(first) : undefined;
  const announce = saidOf(desk, "duplicated", THING[first.table], title, { count: cards.length });
  return { announce, select: { cells: [], records: made } };
}

/** Removes cards; a barrier goes with its ideas. */
export function removeCards(desk: Desk, refs: readonly CardRef[]): Result {
  const { document } = desk;
  const { snapshot } = document;
  const cards = cardsThere(snapshot, refs);
  const [first] = cards;
  if (!first) return undefined;
  document.edit("card.remove", (edit) => {
    for (const card of cards) removeCard(edit, card);
  });
  const title = cards.length === 1 ? cardText(first) : undefined;
  return { announce: saidOf(desk, "removed", THING[first.table], title, { count: cards.length }) };
}

/** Empties cells: removes the cards in them. */
export function clearCells(desk: Desk, cells: readonly Cell[]): Result {
  const { snapshot } = desk.document;
  const refs = cells.flatMap((cell) => cardsOf(snapshot, cell)).map(refOf);
  return removeCards(desk, refs);
}

/** Cites evidence on cards, or takes the citation back. Touchpoints are no claims and cite none. */
export function citeOnCards(
  desk: Desk,
  refs: readonly CardRef[],
  evidence: readonly Key[],
  isCited = true,
): Result {
  const { document } = desk;
  const claims = refs.filter((ref) => ref.table !== "touchpoints" && cardOf(document.snapshot, ref));
  if (claims.length === 0 || evidence.length === 0) return undefined;
  document.edit("card.cite", (edit) => {
    for (const { table, key } of claims) {
      if (isCited) edit.addToSet(table, key, "evidence", evidence);
      else edit.removeFromSet(table, key, "evidence", evidence);
    }
  });
  return { announce: saidOfMany(isCited ? "cited" : "uncited", "evidence", evidence.length) };
}

/** Makes cards of a cell something else: `barriers`, `touchpoints`, or steps behind their own. */
export function turnCardsInto(
  desk: Desk,
  refs: readonly CardRef[],
  table: "barriers" | "touchpoints" | "steps",
): Result {
  const { document } = desk;
  const { snapshot } = document;
  const cards = withIdeas(cardsThere(snapshot, refs), table);
  const turnable = cards.filter((card) => card.table !== table && canTurn(snapshot, card, table));
  if (turnable.length === 0) return undefined;
  const made = document.edit("card.turn", (edit) => {
    if (table !== "steps") makeMissingLane(desk, edit, table);
    const places = new Set(turnable.map((card) => placeOf(snapshot, card) ?? ""));
    return [...places].flatMap((place) => {
      const group = turnable.filter((card) => placeOf(snapshot, card) === place);
      return turnAll(edit, snapshot, group, table, place);
    });
  });
  const what: Thing = table === "steps" ? "step" : THING[table];
  const [first] = turnable;
  const title = turnable.length === 1 && first ? cardText(first) : undefined;
  const announce = saidOf(desk, "turned", what, title, { count: turnable.length });
  return { announce, select: { cells: [], records: made } };
}

/** Whether a place can hold cards of a table, in whichever lane. */
export function canHold(snapshot: MapSnapshot, place: Key, table: CardTable): boolean {
  const { places, steps } = lookup(snapshot);
  if (table === "touchpoints") return steps.has(place);
  return table !== "ideas" || (places.get(place)?.barriers.length ?? 0) > 0;
}

/** Within a command: makes the cards of a cell cards of another table, behind those that stand at the same place. */
export function turnCell(edit: Edit, snapshot: MapSnapshot, cell: Cell, table: CardTable): void {
  const cards = cardsOf(snapshot, cell);
  if (cards.length === 0) return;
  const { places, steps } = lookup(snapshot);
  const siblings: readonly Sibling[] =
    {
      items: () => places.get(cell.place)?.cells[cell.lane],
      touchpoints: () => steps.get(cell.place)?.touchpoints,
      barriers: () => places.get(cell.place)?.barriers,
      ideas: () => ideaSiblings(snapshot, cell),
    }[table]() ?? [];
  const positions = edit.positions(table, siblings, siblings.length, cards.length);
  const target = { table, cell, moving: new Set(cards.map((card) => card.record.key)) };
  for (const [at, card] of cards.entries()) moveOne(edit, snapshot, card, target, positions[at] as string);
}

function cardsThere(snapshot: MapSnapshot, refs: readonly CardRef[]): Card[] {
  return refs.map((ref) => cardOf(snapshot, ref)).filter((card) => card !== undefined);
}

/** A barrier that becomes something else takes its ideas along: they would have nothing to stand under. */
function withIdeas(cards: readonly Card[], table: string): Card[] {
  if (table === "barriers") return [...cards];
  const all = cards.flatMap((card): Card[] => {
    if (card.table !== "barriers") return [card];
    return [card, ...card.record.ideas.map((record): Card => ({ table: "ideas", record }))];
  });
  return [...new Map(all.map((card) => [card.record.key, card])).values()];
}

export function refOf(card: Card): CardRef {
  return { table: card.table, key: card.record.key };
}

function selectCards(refs: readonly CardRef[], cell: Cell): Selection {
  return { cells: [], records: refs, anchor: cell };
}

function isInPlace(
  all: readonly Sibling[],
  cards: readonly Sibling[],
  others: readonly Sibling[],
  at: number,
): boolean {
  const after = [...others.slice(0, at), ...cards, ...others.slice(at)];
  return after.length === all.length && after.every((card, index) => card.key === all[index]?.key);
}

/** The barrier under which an idea of a cell is put: the last one that stays there. */
function barrierIn(snapshot: MapSnapshot, cell: Cell, without?: ReadonlySet<Key>): Barrier | undefined {
  const barriers = lookup(snapshot).places.get(cell.place)?.barriers ?? [];
  return barriers.filter((barrier) => !without?.has(barrier.key)).at(-1);
}

function ideaSiblings(snapshot: MapSnapshot, cell: Cell, without?: ReadonlySet<Key>): readonly Sibling[] {
  const ideas = barrierIn(snapshot, cell, without)?.ideas ?? [];
  return ideas.filter((idea) => !without?.has(idea.key));
}

/** The values that put a card of a table into a cell. */
function homeIn(snapshot: MapSnapshot, table: CardTable, cell: Cell, moving?: ReadonlySet<Key>) {
  switch (table) {
    case "items":
      return { place: cell.place, lane: cell.lane, persona: undefined, list: undefined };
    case "touchpoints":
      return { step: cell.place };
    case "barriers":
      return { place: cell.place };
    case "ideas":
      return { barrier: barrierIn(snapshot, cell, moving)?.key };
  }
}

function newCard(
  edit: Edit,
  snapshot: MapSnapshot,
  table: CardTable,
  cell: Cell,
  text: Text,
  index?: number,
): Key {
  const siblings: readonly Sibling[] =
    table === "ideas" ? ideaSiblings(snapshot, cell) : cardsOf(snapshot, cell).map((card) => card.record);
  const [at] = edit.positions(table, siblings, Math.min(index ?? siblings.length, siblings.length), 1);
  const texts = table === "touchpoints" ? { title: text } : { text };
  return edit.add(table, { at, ...homeIn(snapshot, table, cell) }, texts);
}

/** Where cards go, and which go. */
interface Destination {
  readonly table: CardTable;
  readonly cell: Cell;
  readonly moving: ReadonlySet<Key>;
}

function moveOne(edit: Edit, snapshot: MapSnapshot, card: Card, to: Destination, at: string): CardRef {
  const { table, cell, moving } = to;
  const home = homeIn(snapshot, table, cell, moving);
  const { key } = card.record;
  if (card.table === table) {
    // An idea that stays in its column stays with its barrier, if that stays too.
    const idea = lookup(snapshot).ideas.get(key);
    const stays = idea !== undefined && idea.place.key === cell.place && !moving.has(idea.barrier.key);
    edit.set(table, key, { at, ...(stays ? {} : home) });
    return { table, key };
  }
  const texts = table === "touchpoints" ? { title: cardText(card) } : { text: cardText(card) };
  const made = edit.add(table, { at, ...home }, texts);
  if (table !== "touchpoints" && card.table !== "touchpoints") {
    edit.addToSet(table, made, "evidence", card.record.evidence);
  }
  edit.remove(card.table, key);
  return { table, key: made };
}

function removeCard(edit: Edit, card: Card): void {
  if (card.table === "barriers") for (const idea of card.record.ideas) edit.remove("ideas", idea.key);
  edit.remove(card.table, card.record.key);
}

function duplicateOne(edit: Edit, snapshot: MapSnapshot, card: Card): CardRef {
  const known = lookup(snapshot);
  const { key } = card.record;
  const behind = (siblings: readonly Sibling[]) =>
    edit.positions(card.table, siblings, siblings.findIndex((one) => one.key === key) + 1, 1)[0] as string;
  const names = sameMap();
  switch (card.table) {
    case "items": {
      const home = known.items.get(key)?.home;
      if (!home) throw new Error("an item that was found has a home");
      const siblings =
        "lane" in home
          ? known.places.get(home.place)?.cells[home.lane]
          : known.personas.get(home.persona)?.portrait[home.list];
      return { table: "items", key: copyItem(edit, card.record, home, behind(siblings ?? []), names) };
    }
    case "touchpoints": {
      const step = known.touchpoints.get(key)?.step;
      const at = behind(step?.touchpoints ?? []);
      return { table: "touchpoints", key: copyTouchpoint(edit, card.record, step?.key ?? "", at, names) };
    }
    case "barriers": {
      const place = known.barriers.get(key)?.place;
      const at = behind(place?.barriers ?? []);
      return { table: "barriers", key: copyBarrier(edit, card.record, place?.key ?? "", at, names) };
    }
    case "ideas": {
      const barrier = known.ideas.get(key)?.barrier;
      const at = behind(barrier?.ideas ?? []);
      return { table: "ideas", key: copyIdea(edit, card.record, barrier?.key ?? "", at, names) };
    }
  }
}

/** The place of a card on the map; items of portraits have none. */
function placeOf(snapshot: MapSnapshot, card: Card): Key | undefined {
  const known = lookup(snapshot);
  const home = known.items.get(card.record.key)?.home;
  if (home) return "place" in home ? home.place : undefined;
  const { touchpoints, barriers, ideas } = known;
  const { key } = card.record;
  return touchpoints.get(key)?.step.key ?? barriers.get(key)?.place.key ?? ideas.get(key)?.place.key;
}

function canTurn(snapshot: MapSnapshot, card: Card, table: "barriers" | "touchpoints" | "steps"): boolean {
  const place = placeOf(snapshot, card);
  return place !== undefined && (table === "barriers" || lookup(snapshot).steps.has(place));
}

/** Turns cards of one place, which keep their order. */
function turnAll(
  edit: Edit,
  snapshot: MapSnapshot,
  cards: readonly Card[],
  table: "barriers" | "touchpoints" | "steps",
  place: Key,
): RecordRef[] {
  const { places, steps, stages } = lookup(snapshot);
  const step = steps.get(place);
  const stepsBeside = stages.get(step?.stage ?? "")?.steps ?? [];
  const [siblings, index, home] = {
    barriers: [places.get(place)?.barriers ?? [], undefined, { place }] as const,
    touchpoints: [step?.touchpoints ?? [], undefined, { step: place }] as const,
    steps: [
      stepsBeside,
      stepsBeside.findIndex((one) => one.key === place) + 1,
      { stage: step?.stage },
    ] as const,
  }[table];
  const positions = edit.positions(table, siblings, index ?? siblings.length, cards.length);
  return cards.map((card, at) => {
    const texts = table === "barriers" ? { text: cardText(card) } : { title: cardText(card) };
    const key = edit.add(table, { at: positions[at], ...home }, texts);
    if (table === "barriers" && card.table !== "touchpoints") {
      edit.addToSet("barriers", key, "evidence", card.record.evidence);
    }
    edit.remove(card.table, card.record.key);
    return { table, key };
  });
}
