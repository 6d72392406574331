import { type KeyboardEvent, useCallback } from "react";

import { saidOfMany } from "@/document/edits/desk";
import type { GridRow } from "../layout/rows";
import { type Editor, useEditor } from "../state/context";
import { isHead, type Move, moved, rangeBetween } from "./navigate";

/** What the keys work with. */
interface Keyboard extends Pick<Editor, "store" | "canEdit" | "add" | "leave"> {
  readonly rows: readonly GridRow[];
  /** Says how many cards are chosen. */
  readonly say: () => void;
}

/** Keys of the WAI-ARIA grid: cells first, the cards inside of them as a second level. */
export function useGridKeys(rows: readonly GridRow[]): (event: KeyboardEvent<HTMLElement>) => void {
  const editor = useEditor();
  const { store, canEdit, add, leave } = editor;
  return useCallback(
    (event) => {
      if (event.defaultPrevented || store.isHolding) return;
      const keyboard = { rows, store, canEdit, add, leave, say: () => sayChosen(editor) };
      if (keyOn(event, keyboard)) {
        event.preventDefault();
        event.stopPropagation();
      }
    },
    [rows, editor, store, canEdit, add, leave],
  );
}

/** Says how many cards are chosen. */
export function sayChosen({ store, apply }: Editor): void {
  const { size } = store.state.cards;
  apply({ announce: saidOfMany("chosen", "card", size) });
}

/** Does what the key means where it was pressed; false where it means nothing to the grid. */
function keyOn(event: KeyboardEvent, keyboard: Keyboard): boolean {
  const { state } = keyboard.store;
  if (state.editing) return keyAhead(event, keyboard);
  // Until the cell one has gone to is drawn the grid itself hears the keys.
  const cell = (event.target as HTMLElement).closest<HTMLElement>("[data-row]");
  return state.card !== null && cell ? keyOnCard(event, cell, keyboard) : keyOnCell(event, cell, keyboard);
}

/** Keys that come before the text under edit is there to hear them: who writes fast loses no letter. */
function keyAhead(event: KeyboardEvent, { store, leave }: Keyboard): boolean {
  const isChord = event.ctrlKey || event.metaKey || event.altKey;
  if (isChord && !isLetter(event)) return false;
  switch (event.key) {
    case "Enter":
      leave("enter");
      break;
    case "Escape":
      leave("escape");
      break;
    case "Tab":
      leave(event.shiftKey ? "back" : "tab");
      break;
    case "Backspace":
      store.typeAhead((typed) => [...typed].slice(0, -1).join(""));
      break;
    default:
      if (isLetter(event)) store.typeAhead((typed) => typed + event.key);
  }
  return true;
}

/** Cards of a cell in the order they are seen. */
export function cardsIn(cell: HTMLElement | null): HTMLElement[] {
  return cell ? [...cell.querySelectorAll<HTMLElement>("[data-card]")] : [];
}

function keyOnCell(event: KeyboardEvent, cell: HTMLElement | null, keyboard: Keyboard): boolean {
  const { rows, store, canEdit, add } = keyboard;
  const { active, anchor, chosen } = store.state;
  const move = moveOf(event);
  if (move) {
    const next = moved(rows, active, move);
    const from = anchor ?? active;
    if (!event.shiftKey) store.go(next);
    // A range is one of cells or one of heads.
    else if (isHead(from) === isHead(next)) store.choose(rangeBetween(rows, from, next), from, next);
    return true;
  }
  if (isPlain(event) && (event.key === "Enter" || event.key === "F2")) {
    begin(cell, keyboard);
    return true;
  }
  if ((event.ctrlKey || event.metaKey) && event.code === "KeyA") {
    store.choose(
      rangeBetween(rows, moved(rows, active, "start"), moved(rows, active, "end")),
      active,
      active,
    );
    return true;
  }
  if (event.key === "Escape" && chosen.size > 1) {
    store.go(active);
    return true;
  }
  if (isLetter(event) && event.key !== " " && canEdit && cell?.hasAttribute("data-empty")) {
    add(active, event.key);
    return true;
  }
  return false;
}

/** Enter and F2: a single text is written at once, several things are stepped into. */
function begin(cell: HTMLElement | null, { store, canEdit, add }: Keyboard): void {
  if (!cell) return;
  const [first, ...more] = cardsIn(cell);
  if (!first) {
    if (canEdit) add(store.state.active);
  } else if (more.length === 0 && first.dataset.field && canEdit) write(first, store);
  else if (first.hasAttribute("tabindex")) store.enter(first.dataset.card ?? null);
}

function keyOnCard(event: KeyboardEvent, cell: HTMLElement, keyboard: Keyboard): boolean {
  const { store, canEdit } = keyboard;
  const cards = cardsIn(cell);
  if (chooseByKey(event, cards, keyboard)) return true;
  const at = cards.findIndex((card) => card.dataset.card === store.state.card);
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (step && isPlain(event)) {
    const next = cards[Math.min(cards.length - 1, Math.max(0, at + step))];
    store.enter(next?.dataset.card ?? null);
    return true;
  }
  const card = cards[at];
  switch (isPlain(event) ? event.key : "") {
    case "Escape":
      store.enter(store.state.cards.size > 1 ? store.state.card : null);
      return true;
    case "Enter":
    case "F2":
      if (card && canEdit) write(card, store);
      return true;
    case "Tab":
      // The cell is the stop of the tab key; from a card one leaves the grid as from its cell.
      store.settle(store.state.active, null);
      return false;
    default:
      return false;
  }
}

/** Chooses several cards of a cell: with Shift from where one began, with Ctrl+A all of them. */
function chooseByKey(event: KeyboardEvent, all: readonly HTMLElement[], { store, say }: Keyboard): boolean {
  const { active, card, cardAnchor } = store.state;
  const keys = all.flatMap((one) => one.dataset.card ?? []);
  const at = keys.indexOf(card ?? "");
  // Points of a curve are felt by one persona each and have keys of their own.
  if (at < 0 || card === null || card.includes("/") || event.altKey) return false;
  const isMod = event.ctrlKey || event.metaKey;
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (isMod && event.code === "KeyA") store.chooseCards(keys, active, card);
  else if (step && event.shiftKey && !isMod) {
    const to = Math.min(keys.length - 1, Math.max(0, at + step));
    store.chooseCards(between(keys, cardAnchor ?? card, keys[to] ?? card), active, keys[to] ?? card);
  } else return false;
  say();
  return true;
}

/** The keys from one to another, whichever comes first; only the other where the one is elsewhere. */
export function between(keys: readonly string[], from: string, to: string): string[] {
  const [one, other] = [keys.indexOf(from), keys.indexOf(to)];
  return one < 0 ? [to] : keys.slice(Math.min(one, other), Math.max(one, other) + 1);
}

function write(card: HTMLElement, store: Editor["store"]): void {
  const { card: key, field } = card.dataset;
  if (key && field) store.edit(key, field);
}

/** A key that writes a letter; on many keyboards some do so with AltGr, which browsers tell as Ctrl and Alt. */
function isLetter(event: KeyboardEvent): boolean {
  const isChord = event.ctrlKey || event.metaKey || event.altKey;
  return [...event.key].length === 1 && (!isChord || event.getModifierState("AltGraph"));
}

function isPlain({ ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return !ctrlKey && !metaKey && !altKey && !shiftKey;
}

function moveOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): Move | undefined {
  const isFar = ctrlKey || metaKey;
  if (altKey) return undefined;
  switch (key) {
    case "ArrowUp":
      return "up";
    case "ArrowDown":
      return "down";
    case "ArrowLeft":
      return "left";
    case "ArrowRight":
      return "right";
    case "Home":
      return isFar ? "start" : "row-start";
    case "End":
      return isFar ? "end" : "row-end";
    case "PageUp":
      return "page-up";
    case "PageDown":
      return "page-down";
    default:
      return undefined;
  }
}
