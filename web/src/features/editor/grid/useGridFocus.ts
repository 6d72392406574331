import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";

import type { Geometry } from "../layout/geometry";
import type { GridRow } from "../layout/rows";
import type { Address, GridStore } from "../state/store";

interface Surroundings {
  readonly rows: readonly GridRow[];
  readonly geometry: Geometry;
  readonly zoom: number;
}

/** Brings the browser's focus to where one stands whenever the store asks for it: at once where that is drawn, so that the
 * next key finds it there, and otherwise as soon as it is. */
export function useGridFocus(
  store: GridStore,
  scroller: RefObject<HTMLElement | null>,
  grid: RefObject<HTMLElement | null>,
  surroundings: Surroundings,
): void {
  const now = useRef(surroundings);
  useLayoutEffect(() => {
    now.current = surroundings;
  }, [surroundings]);
  useEffect(() => {
    let { focusTicket, sightTicket } = store.state;
    let frame = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    /** Where the focus was when it was asked for elsewhere. */
    let from: Element | null = null;
    const bringIntoSight = () => {
      reveal(store.state.active, scroller.current, now.current);
      revealRow(store.state.active.row, grid.current);
    };
    const seek = () => {
      const focused = document.activeElement;
      // A text under edit takes the focus itself; somebody who went elsewhere in the meantime stays there.
      const isLeft = focused !== from && focused !== grid.current && focused !== document.body;
      const element = isLeft || store.state.editing ? null : target(grid.current, store);
      if (element) element.focus();
      if (element || isLeft) rest();
      // A cell that is drawn is in sight; its card may come a little later, or not at this size.
      else if (!store.state.editing && !cellElement(grid.current, store.state.active)) bringIntoSight();
    };
    const giveUp = () => {
      const isWaiting = document.activeElement === grid.current && !store.state.editing;
      if (isWaiting) cellElement(grid.current, store.state.active)?.focus();
      rest();
    };
    const rest = () => {
      drawn.disconnect();
      clearTimeout(timer);
    };
    const drawn = new MutationObserver(seek);
    const ask = () => {
      reveal(store.state.active, scroller.current, now.current);
      if (store.state.editing) return;
      const element = target(grid.current, store);
      // Until it is drawn the grid hears the keys in its place.
      (element ?? grid.current)?.focus(element ? {} : { preventScroll: true });
      from = document.activeElement;
      if (!element && grid.current) {
        drawn.observe(grid.current, CHANGES);
        timer = setTimeout(giveUp, PATIENCE_MS);
      }
      // What is drawn anew by the same step has lost it again.
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(seek);
    };
    const stop = store.subscribe(() => {
      const { state } = store;
      if (state.focusTicket !== focusTicket) {
        focusTicket = state.focusTicket;
        rest();
        ask();
      } else if (state.sightTicket !== sightTicket) {
        sightTicket = state.sightTicket;
        bringIntoSight();
      }
    });
    return () => {
      stop();
      rest();
      cancelAnimationFrame(frame);
    };
  }, [store, scroller, grid]);
}

/** How long to wait for a card that is to be drawn, before one stands on its cell instead. */
const PATIENCE_MS = 3000;

/** What may bring the element one waits for. */
const CHANGES: MutationObserverInit = {
  childList: true,
  subtree: true,
  attributes: true,
  attributeFilter: ["data-row", "data-place", "data-card"],
};

/** The element of a cell. */
export function cellElement(grid: HTMLElement | null, address: Address): HTMLElement | null {
  const place = CSS.escape(address.place ?? "");
  return (
    grid?.querySelector<HTMLElement>(`[data-row="${CSS.escape(address.row)}"][data-place="${place}"]`) ?? null
  );
}

/** The element of the card one stands on, or of the cell. */
function target(grid: HTMLElement | null, store: GridStore): HTMLElement | null {
  const cell = cellElement(grid, store.state.active);
  const { card } = store.state;
  if (card === null) return cell;
  return cell?.querySelector<HTMLElement>(`[data-card="${CSS.escape(card)}"]`) ?? null;
}

/** Scrolls up or down so far that the row is drawn. */
function revealRow(row: string, grid: HTMLElement | null): void {
  grid
    ?.querySelector(`[data-line="${CSS.escape(row)}"]`)
    ?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** Scrolls sideways so far that the column is drawn. */
export function reveal(
  address: Address,
  box: HTMLElement | null,
  { rows, geometry, zoom }: Surroundings,
): void {
  const slot = rows.find((row) => row.id === address.row)?.slots.find((slot) => slot.key === address.place);
  if (!box || !slot) return;
  const left = slot.first * geometry.column * zoom;
  const right = (slot.first + slot.span) * geometry.column * zoom;
  const seen = box.clientWidth - geometry.header * zoom;
  if (left < box.scrollLeft) box.scrollLeft = left;
  else if (right > box.scrollLeft + seen) box.scrollLeft = Math.min(left, right - seen);
}
