/** Sizes of the grid in pixels at a zoom of 1. */
export interface Geometry {
  readonly header: number;
  readonly column: number;
  readonly count: number;
}

export const HEADER_WIDTH = 148;
const NARROWEST = 164;
const WIDEST = 280;
/** Columns drawn beyond each edge of what is seen, so that scrolling meets no blanks. */
const BEYOND = 2;

export const ZOOM_LEVELS = [0.25, 0.33, 0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2] as const;
const LEAST_ZOOM = 0.1;
/** Below this zoom letters cannot be read, and cards are drawn as shapes. */
export const READABLE_ZOOM = 0.4;

/** Few columns share the room there is; many keep their width and are scrolled. */
export function geometryOf(count: number, viewport: number, zoom: number, isNarrow: boolean): Geometry {
  const header = isNarrow ? 104 : HEADER_WIDTH;
  const room = (viewport / zoom - header - ADD_WIDTH) / Math.max(1, count);
  const column = Math.floor(Math.min(WIDEST, Math.max(NARROWEST, room)));
  return { header, column, count };
}

/** Width kept for the button that adds a stage. */
export const ADD_WIDTH = 44;

/** The columns to draw: first, and the one after the last. */
export function visibleRange(
  geometry: Geometry,
  left: number,
  width: number,
  zoom: number,
): [number, number] {
  const first = Math.floor(left / zoom / geometry.column) - BEYOND;
  const last = Math.ceil((left + width) / zoom / geometry.column) + BEYOND;
  return [Math.max(0, first), Math.min(geometry.count, Math.max(last, first + 1))];
}

export function zoomIn(zoom: number): number {
  return ZOOM_LEVELS.find((level) => level > zoom + 0.005) ?? zoom;
}
export function zoomOut(zoom: number): number {
  return ZOOM_LEVELS.findLast((level) => level < zoom - 0.005) ?? zoom;
}

/** The greatest zoom, up to 1, at which all columns are seen at once. */
export function fittingZoom(count: number, viewport: number): number {
  const whole = HEADER_WIDTH + ADD_WIDTH + count * NARROWEST;
  return Math.max(LEAST_ZOOM, Math.min(1, Math.floor((viewport / whole) * 1000) / 1000));
}
