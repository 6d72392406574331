import { type KeyboardEvent, useCallback } from "react";

import type { GridRow } from "../layout/rows";
import { useEditor } from "../state/context";
import { type Address, spell } from "../state/store";
import { type Move, moved, rangeBetween } from "./navigate";

/** Keys of the WAI-ARIA grid: cells first, the cards inside of them as a second level. */
export function useGridKeys(rows: readonly GridRow[]): (event: KeyboardEvent<HTMLElement>) => void {
  const { store, canEdit, add } = useEditor();
  return useCallback(
    (event) => {
      if (event.defaultPrevented || store.state.editing) return;
      const cell = (event.target as HTMLElement).closest<HTMLElement>("[data-row]");
      const isHandled =
        store.state.card !== null && cell
          ? keyOnCard(event, cell)
          : keyOnCell(event, cell, event.currentTarget);
      if (isHandled) {
        event.preventDefault();
        event.stopPropagation();
      }
    },
    // biome-ignore lint/correctness/useExhaustiveDependencies: the functions below read only what is listed.
    [rows, store, canEdit, add],
  );

  function keyOnCell(event: KeyboardEvent, cell: HTMLElement | null, grid: HTMLElement): boolean {
    const { active, anchor } = store.state;
    const move = moveOf(event);
    if (move) {
      const next = moved(rows, active, move);
      if (event.shiftKey) {
        const from = anchor ?? active;
        store.choose(rangeBetween(rows, from, next), from, next);
      } else {
        store.go(next);
      }
      return true;
    }
    if (event.key === "Enter" || event.key === "F2") return begin(active, cell);
    if ((event.ctrlKey || event.metaKey) && event.key === "a") {
      const [first, last] = [moved(rows, active, "start"), moved(rows, active, "end")];
      store.choose(rangeBetween(rows, first, last), active, active);
      return true;
    }
    if (event.key === "Escape" && store.state.chosen.size > 1) {
      store.go(active);
      return true;
    }
    const isLetter =
      [...event.key].length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (isLetter && canEdit && cell?.hasAttribute("data-empty") && grid.contains(cell)) {
      add(active, event.key);
      return true;
    }
    return false;
  }

  /** Enter and F2: a single text is written at once, several things are stepped into. */
  function begin(active: Address, cell: HTMLElement | null): boolean {
    const cards = cardsIn(cell);
    const [first] = cards;
    if (!first) {
      if (canEdit) add(active);
      return true;
    }
    if (cards.length === 1 && first.dataset.field && canEdit) write(first);
    else store.enter(first.dataset.card ?? null);
    return true;
  }

  function write(card: HTMLElement): void {
    const { card: key, field } = card.dataset;
    if (key && field) store.edit(key, field);
  }

  function keyOnCard(event: KeyboardEvent, cell: HTMLElement): boolean {
    const cards = cardsIn(cell);
    const at = cards.findIndex((card) => card.dataset.card === store.state.card);
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step && !event.altKey && !event.ctrlKey && !event.metaKey) {
      const next = cards[Math.min(cards.length - 1, Math.max(0, at + step))];
      store.enter(next?.dataset.card ?? null);
      return true;
    }
    switch (event.key) {
      case "Escape":
        store.enter(null);
        return true;
      case "Enter":
      case "F2": {
        const card = cards[at];
        if (card && canEdit) write(card);
        return true;
      }
      case "Tab":
        // The cell is the stop of the tab key; from a card one leaves the grid as from its cell.
        store.settle(store.state.active, null);
        return false;
      default:
        return false;
    }
  }
}

/** Cards of a cell in the order they are seen. */
export function cardsIn(cell: HTMLElement | null): HTMLElement[] {
  return cell ? [...cell.querySelectorAll<HTMLElement>("[data-card]")] : [];
}

/** Whether the cell is among those chosen. */
export function isChosen(chosen: ReadonlySet<string>, address: Address): boolean {
  return chosen.has(spell(address));
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
