import { type CSSProperties, type SyntheticEvent, useCallback } from "react";
import { type CardRef, canMoveCards, isCard, moveCards } from "@/document/edits/cards";
import { moveLane } from "@/document/edits/lanes";
import { moveStage, moveStep } from "@/document/edits/places";
import { findRecord, lookup } from "@/document/lookup";
import type { Key, MapSnapshot } from "@/document/types";

import type { GridRow } from "../layout/rows";
import { useEditor } from "../state/context";
import { pointOf } from "./sensors";
import { cardsIn } from "./useGridKeys";

/** What is being dragged, and where it was taken. */
export interface Grabbed {
  readonly kind: "stage" | "step" | "lane" | "card";
  readonly key: Key;
  /** Of cards: all that are carried, in the order they were chosen. */
  readonly cards: readonly Key[];
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** Where it would go. */
export interface Drop {
  /** Row and place of the cell below the pointer. */
  readonly row: string;
  readonly place: Key;
  /** It goes before what is there, or after it. */
  readonly isBefore: boolean;
  /** Of a card: its number in the cell. */
  readonly index: number;
  /** The line that shows it. */
  readonly mark: CSSProperties;
}

/** What a press takes hold of; nothing where it is on something to click or to write in. One of several chosen cards brings
 * all of them. */
export function grabbedFrom(event: SyntheticEvent<HTMLElement>, chosen: ReadonlySet<Key>): Grabbed | null {
  const target = event.target as HTMLElement;
  if (target.closest("button, a, input, textarea, [role='slider'], .cm-editor")) return null;
  const cell = target.closest<HTMLElement>("[data-row]");
  if (!cell) return null;
  const card = target.closest<HTMLElement>("[data-card]");
  const { row = "", place = "" } = cell.dataset;
  const at = heldAt(event.nativeEvent, card ?? cell);
  const name = ((card ?? cell).textContent ?? "")
    .replace(/\s*[●○]\s*/g, " ")
    .trim()
    .slice(0, 80);
  if (place === "") {
    const lane = cell.closest<HTMLElement>("[data-lane-key]")?.dataset.laneKey;
    return lane ? { kind: "lane", key: lane, cards: [], name, ...at } : null;
  }
  if (row === "stages") return { kind: "stage", key: place, cards: [], name, ...at };
  if (row === "steps") return { kind: "step", key: place, cards: [], name, ...at };
  const key = card?.dataset.card;
  if (!key || key.includes("/")) return null;
  const cards = chosen.has(key) ? [...chosen] : [key];
  return { kind: "card", key, cards, name: cards.length > 1 ? `${name} +${cards.length - 1}` : name, ...at };
}

function cardsHeld(snapshot: MapSnapshot, { cards }: Grabbed): readonly CardRef[] {
  return cards.flatMap((one) => findRecord(snapshot, one) ?? []).filter(isCard);
}

/** Where a grabbed thing would go if it were let loose at a point of the window; nowhere where it cannot stand. */
export function dropAt(
  x: number,
  y: number,
  grabbed: Grabbed,
  snapshot: MapSnapshot,
  rows: readonly GridRow[],
): Drop | null {
  const below = document.elementFromPoint(x, y);
  const cell = below?.closest<HTMLElement>("[data-row]");
  if (!cell) return null;
  const { row = "", place = "" } = cell.dataset;
  if (grabbed.kind === "lane") return laneDrop(cell, row, y);
  if (place === "") return null;
  if (grabbed.kind === "step") return columnDrop(cell, cell, row, place, x);
  if (grabbed.kind === "card") {
    const lane = rows.find((one) => one.id === row)?.lane?.key;
    const canStand = lane && canMoveCards(snapshot, cardsHeld(snapshot, grabbed), { place, lane });
    return canStand ? cardDrop(cell, row, place, y) : null;
  }
  const stage = lookup(snapshot).steps.get(place)?.stage ?? place;
  const head = document.querySelector<HTMLElement>(`[data-row=stages][data-place="${CSS.escape(stage)}"]`);
  return head && columnDrop(head, cell, row, stage, x);
}

/** Before or after a column: a line from its head down to the cell below the pointer. */
function columnDrop(head: HTMLElement, cell: HTMLElement, row: string, place: Key, x: number): Drop {
  const box = head.getBoundingClientRect();
  const isBefore = x < box.left + box.width / 2;
  const left = (isBefore ? box.left : box.right) - 2;
  const height = Math.max(box.bottom, cell.getBoundingClientRect().bottom) - box.top;
  return { row, place, isBefore, index: 0, mark: { left, top: box.top, width: 4, height } };
}

/** Moves what was dragged to where it was dropped. */
export function useDrop(rows: readonly GridRow[]): (grabbed: Grabbed, drop: Drop) => void {
  const { document, language, apply } = useEditor();
  return useCallback(
    (grabbed, drop) => {
      const desk = { document, language };
      const { snapshot } = document;
      switch (grabbed.kind) {
        case "stage": {
          const index = stageIndex(snapshot, grabbed.key, drop);
          return apply(moveStage(desk, grabbed.key, index));
        }
        case "step": {
          const to = stepPlace(snapshot, grabbed.key, drop);
          return to && apply(moveStep(desk, grabbed.key, to.stage, to.index));
        }
        case "lane": {
          const target = rows.find((row) => row.id === drop.row)?.lane?.key;
          const others = snapshot.lanes.filter((lane) => lane.key !== grabbed.key);
          const at = others.findIndex((lane) => lane.key === target);
          return at >= 0 ? apply(moveLane(desk, grabbed.key, at + (drop.isBefore ? 0 : 1))) : undefined;
        }
        case "card": {
          const lane = rows.find((row) => row.id === drop.row)?.lane;
          const cell = lane && { place: drop.place, lane: lane.key };
          return cell && apply(moveCards(desk, cardsHeld(snapshot, grabbed), cell, drop.index));
        }
      }
    },
    [rows, document, language, apply],
  );
}

function stageIndex(snapshot: MapSnapshot, moving: Key, { place, isBefore }: Drop): number {
  const others = snapshot.stages.filter((stage) => stage.key !== moving);
  const at = others.findIndex(
    (stage) => stage.key === place || stage.steps.some((step) => step.key === place),
  );
  return at < 0 ? snapshot.stages.findIndex((stage) => stage.key === moving) : at + (isBefore ? 0 : 1);
}

function stepPlace(snapshot: MapSnapshot, moving: Key, { place, isBefore }: Drop) {
  const whole = snapshot.stages.find((stage) => stage.key === place);
  if (whole) return { stage: whole.key, index: isBefore ? 0 : whole.steps.length };
  const stage = snapshot.stages.find((one) => one.steps.some((step) => step.key === place));
  if (!stage || place === moving) return undefined;
  const others = stage.steps.filter((step) => step.key !== moving);
  const at = others.findIndex((step) => step.key === place);
  return { stage: stage.key, index: at + (isBefore ? 0 : 1) };
}

function laneDrop(cell: HTMLElement, row: string, y: number): Drop | null {
  const line = cell.closest<HTMLElement>("[data-lane-key]");
  if (!line) return null;
  const box = line.getBoundingClientRect();
  const isBefore = y < box.top + box.height / 2;
  const top = (isBefore ? box.top : box.bottom) - 2;
  return {
    row,
    place: "",
    isBefore,
    index: 0,
    mark: { left: Math.max(0, box.left), top, width: Math.min(box.width, window.innerWidth), height: 4 },
  };
}

function cardDrop(cell: HTMLElement, row: string, place: Key, y: number): Drop | null {
  if (!cell.closest("[data-lane-key]")) return null;
  const cards = cardsIn(cell).map((card) => card.getBoundingClientRect());
  const before = cards.filter((box) => box.top + box.height / 2 < y).length;
  const box = cell.getBoundingClientRect();
  const top = cards[before]?.top ?? (cards.at(-1)?.bottom ?? box.top + 4) + 2;
  return {
    row,
    place,
    isBefore: true,
    index: before,
    mark: { left: box.left + 6, top: top - 2, width: box.width - 12, height: 3 },
  };
}

/** Where the event took hold; of one that has no place, near the top of the element. */
function heldAt(event: Event, element: HTMLElement): { x: number; y: number } {
  const at = pointOf(event);
  if (at) return at;
  const box = element.getBoundingClientRect();
  return { x: box.left + box.width / 2, y: box.top + Math.min(box.height / 2, 20) };
}
