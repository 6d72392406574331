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
  const room = (viewport / zoom - header - addWidth(zoom)) / Math.max(1, count);
  const column = Math.floor(Math.min(WIDEST, Math.max(NARROWEST, room)));
  return { header, column, count };
}

/** Height of the ribbon of stages, and the least width kept behind it for the button that adds one. */
export const RIBBON_HEIGHT = 40;
const ADD_WIDTH = 44;

/** The least that can be hit, in pixels of the screen, and the room around it. */
const TARGET = 24;
const AROUND = 16;

/** The least that can be hit, in pixels of the map: the smaller the map is drawn, the larger it has to be. */
export function targetAt(zoom: number): number {
  return Math.max(TARGET, Math.ceil(TARGET / zoom));
}

/** Width kept behind the ribbon for the button that adds a stage. */
export function addWidth(zoom: number): number {
  return Math.max(ADD_WIDTH, targetAt(zoom) + AROUND);
}

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
  const map = HEADER_WIDTH + count * NARROWEST;
  // The room behind the ribbon takes part of the map when it is large, and of the screen when it is small.
  const whole = Math.min(viewport / (map + ADD_WIDTH), (viewport - TARGET) / (map + AROUND + 1));
  return Math.max(LEAST_ZOOM, Math.min(1, Math.floor(whole * 1000) / 1000));
}
