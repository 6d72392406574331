import type { RecordRef } from "@/document/selection";
import type { Key } from "@/document/types";

/** A cell of the grid: a row's id and the key of the stage or step; null is the row's header. */
export interface Address {
  readonly row: string;
  readonly place: Key | null;
}

/** A text under edit: a field of a record. */
export interface Editing {
  readonly record: Key;
  readonly field: string;
  /** The record was made for this edit: left empty it goes away again. */
  readonly isNew: boolean;
  /** What was typed before the text could be written in: the letter that began the edit, and those after it. */
  readonly typed: string;
}

export interface GridState {
  /** The cell that holds the grid's one tab stop. */
  readonly active: Address;
  /** The card, point or field inside the active cell that has the focus; null while the cell itself has it. */
  readonly card: Key | null;
  /** All chosen cards, of whichever cells; that with the focus is one of them unless it was just taken away. */
  readonly cards: ReadonlySet<Key>;
  /** Where a range of cards began. */
  readonly cardAnchor: Key | null;
  /** Where a range began. */
  readonly anchor: Address | null;
  /** Addresses of all chosen cells, spelled by `spell`. */
  readonly chosen: ReadonlySet<string>;
  readonly editing: Editing | null;
  /** What is open in a panel beside the map: commands about it are offered too. */
  readonly beside: RecordRef | null;
  /** Counts what should move the browser's focus to the active cell or card. */
  readonly focusTicket: number;
  /** Counts what should bring the active cell into sight, and leave the focus where it is. */
  readonly sightTicket: number;
}

export const spell = (address: Address): string => `${address.row} ${address.place ?? ""}`;

/** Standing on one cell. */
function onCell(active: Address) {
  return { active, anchor: null, chosen: new Set([spell(active)]) };
}

/** Standing on one card, or on none. */
function onCard(card: Key | null) {
  return { card, cards: new Set(card === null ? [] : [card]), cardAnchor: card };
}

/** Where one stands in the grid. Kept outside of React, so that a step aside redraws two cells and not all. */
export class GridStore {
  /** Something is held by a drag: its keys are the drag's. */
  isHolding = false;
  #state: GridState;
  readonly #listeners = new Set<() => void>();

  constructor(active: Address) {
    this.#state = {
      ...onCard(null),
      ...onCell(active),
      editing: null,
      beside: null,
      focusTicket: 0,
      sightTicket: 0,
    };
  }

  get state(): GridState {
    return this.#state;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Goes to a cell; the browser's focus follows. */
  go(active: Address): void {
    this.#set({ ...onCell(active), ...onCard(null), focus: true });
  }

  /** Goes to a cell and brings it into sight; the browser's focus stays where one writes. */
  show(active: Address): void {
    const { sightTicket } = this.#state;
    this.#set({ ...onCell(active), ...onCard(null), sightTicket: sightTicket + 1, focus: false });
  }

  /** Brings the focus to where one stands. */
  refocus(): void {
    this.#set({ focus: true });
  }

  /** Takes note of a cell that got the focus by itself. */
  settle(active: Address, card: Key | null = null): void {
    const state = this.#state;
    if (spell(state.active) === spell(active) && state.card === card) return;
    const isChosen = state.chosen.has(spell(active));
    // What is chosen stays so when one of it gets the focus, as by a click of the right button for its menu.
    const isOfRange = isChosen && state.chosen.size > 1 && state.card === null;
    const isOfCards = card !== null && state.cards.has(card);
    this.#set({
      ...(isChosen ? { active } : onCell(active)),
      ...(isOfCards ? { card } : onCard(isOfRange ? null : card)),
      focus: false,
    });
  }

  /** A plain press of the mouse begins anew, whatever was chosen. */
  press(active: Address, card: Key | null): void {
    const { chosen, cards } = this.#state;
    if (chosen.size > 1 || cards.size > 1) this.#set({ ...onCell(active), ...onCard(card), focus: false });
  }

  /** Chooses all cells of a range and stands at its moving end. */
  choose(chosen: Iterable<Address>, anchor: Address, active: Address): void {
    this.#set({ ...onCard(null), active, anchor, chosen: new Set([...chosen].map(spell)), focus: true });
  }

  /** Chooses cards and stands on one of them. */
  chooseCards(cards: Iterable<Key>, active: Address, card: Key): void {
    const cardAnchor = this.#state.cardAnchor ?? card;
    this.#set({ ...onCell(active), card, cards: new Set(cards), cardAnchor, focus: true });
  }

  /** Adds one card to those that are chosen, or takes it away. */
  toggleCard(active: Address, card: Key): void {
    const cards = new Set(this.#state.cards);
    if (cards.has(card) && cards.size > 1) cards.delete(card);
    else cards.add(card);
    this.#set({ ...onCell(active), card, cards, cardAnchor: card, focus: true });
  }

  /** Adds one cell to what is chosen, or takes it away. */
  toggle(address: Address): void {
    const chosen = new Set(this.#state.chosen);
    const name = spell(address);
    if (chosen.has(name) && chosen.size > 1) chosen.delete(name);
    else chosen.add(name);
    this.#set({ ...onCard(null), active: address, anchor: address, chosen, focus: true });
  }

  /** Steps to a card of the active cell, or back to the cell. */
  enter(card: Key | null): void {
    const { active } = this.#state;
    this.#set({ ...(card === null ? {} : onCell(active)), ...onCard(card), focus: true });
  }

  edit(record: Key, field: string, options: { isNew?: boolean; typed?: string } = {}): void {
    const editing = { record, field, isNew: options.isNew ?? false, typed: options.typed ?? "" };
    this.#set({ editing, focus: false });
  }

  /** Takes note of what is open beside the map. */
  lookAt(beside: RecordRef | null): void {
    if (this.#state.beside?.key !== beside?.key) this.#set({ beside, focus: false });
  }

  /** Keeps what is typed while the text is not yet there to be written in. */
  typeAhead(change: (typed: string) => string): void {
    const { editing } = this.#state;
    if (editing) this.#set({ editing: { ...editing, typed: change(editing.typed) }, focus: false });
  }

  /** Hands over, once, what was typed ahead. */
  takeTyped(): string {
    const typed = this.#state.editing?.typed ?? "";
    if (typed) this.typeAhead(() => "");
    return typed;
  }

  stopEditing(focus: boolean): void {
    if (this.#state.editing) this.#set({ editing: null, focus });
  }

  #set({ focus, ...change }: Partial<GridState> & { focus: boolean }): void {
    this.#state = {
      ...this.#state,
      ...change,
      focusTicket: this.#state.focusTicket + (focus ? 1 : 0),
    };
    for (const listener of this.#listeners) listener();
  }
}
