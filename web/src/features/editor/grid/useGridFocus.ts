import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";

import type { Geometry } from "../layout/geometry";
import type { GridRow } from "../layout/rows";
import type { Address, GridStore } from "../state/store";

interface Surroundings {
  readonly rows: readonly GridRow[];
  readonly geometry: Geometry;
  readonly zoom: number;
}

/** Frames to wait for a column to be drawn after it was scrolled into sight. */
const PATIENCE = 12;

/** Brings the browser's focus to where one stands whenever the store asks for it. */
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
    let ticket = store.state.focusTicket;
    let frame = 0;
    const seek = (patience: number) => {
      // A text under edit has the focus and keeps it.
      if (store.state.editing) return;
      const element = target(grid.current, store);
      if (element) element.focus();
      else if (patience > 0) {
        // What a command made has its place only once it is drawn.
        reveal(store.state.active, scroller.current, now.current);
        revealRow(store.state.active.row, grid.current);
        frame = requestAnimationFrame(() => seek(patience - 1));
      }
    };
    const stop = store.subscribe(() => {
      if (store.state.focusTicket === ticket) return;
      ticket = store.state.focusTicket;
      cancelAnimationFrame(frame);
      reveal(store.state.active, scroller.current, now.current);
      // After React has drawn what the same step changed.
      frame = requestAnimationFrame(() => seek(PATIENCE));
    });
    return () => {
      stop();
      cancelAnimationFrame(frame);
    };
  }, [store, scroller, grid]);
}

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
