import {
  type FocusEvent,
  type MouseEvent,
  memo,
  type RefObject,
  useMemo,
  useRef,
  useSyncExternalStore,
} from "react";
import { useWords } from "@/app/i18n";
import type { MapSnapshot, Transition } from "@/document/types";
import type { Commands } from "../commands/command";
import { scaleOf } from "../curve/scale";
import { seriesOf } from "../curve/series";
import type { Columns } from "../layout/columns";
import { addWidth, geometryOf, READABLE_ZOOM, RIBBON_HEIGHT, targetAt } from "../layout/geometry";
import { cardLines, rowHeight } from "../layout/heights";
import type { GridRow as Row } from "../layout/rows";
import type { MeasuredSteps } from "../measured/measurement";
import { worstStep } from "../measured/worst";
import { type Editor, useEditor } from "../state/context";
import { spell } from "../state/store";
import { personasShown, type View } from "../state/view";
import { ZoomControls } from "../top/ZoomControls";
import { AddLane } from "./AddLane";
import { Arcs } from "./Arcs";
import { BlueprintLines } from "./BlueprintLines";
import { GridDrag } from "./GridDrag";
import { type Drawing, GridRow } from "./GridRow";
import classes from "./grid.module.css";
import { MiniMap } from "./MiniMap";
import { isHead, rangeBetween } from "./navigate";
import { useGridFocus } from "./useGridFocus";
import { between, cardsIn, sayChosen, useGridKeys } from "./useGridKeys";
import { usePrint } from "./usePrint";
import { useRange, useWidth } from "./useViewport";
import { useWheelZoom } from "./useWheelZoom";

interface Props {
  readonly snapshot: MapSnapshot;
  readonly columns: Columns;
  readonly rows: readonly Row[];
  readonly view: View;
  readonly measured: MeasuredSteps;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly onOpenTransition: (transition: Transition) => void;
  readonly actions: Commands;
  readonly onZoom: (zoom: number) => void;
}

/** The map as a grid: the ribbon of stages on top, steps below it, and a row for every lane. */
export const Grid = memo(function Grid({
  snapshot,
  columns,
  rows,
  view,
  measured,
  scroller,
  ...props
}: Props) {
  const editor = useEditor();
  const t = useWords();
  const grid = useRef<HTMLDivElement>(null);
  const { zoom } = view;
  const width = useWidth(scroller);
  const count = columns.columns.length;
  const { header, column } = geometryOf(count, width, zoom, width < 640);
  const geometry = useMemo(() => ({ header, column, count }), [header, column, count]);
  const inSight = useRange(scroller, geometry, width, zoom);
  const isPrinting = usePrint(scroller);
  const range = isPrinting ? ([0, count] as const) : inSight;
  const surroundings = useMemo(() => ({ rows, geometry, zoom }), [rows, geometry, zoom]);
  useGridFocus(editor.store, scroller, grid, surroundings);
  const onKeyDown = useGridKeys(rows);
  useWheelZoom(scroller, zoom, props.onZoom);

  const personas = useMemo(
    () => personasShown(snapshot.personas, view.hiddenPersonas),
    [snapshot.personas, view.hiddenPersonas],
  );
  const series = useMemo(() => seriesOf(columns, personas, measured), [columns, personas, measured]);
  const scale = useMemo(
    () =>
      scaleOf(
        series.flatMap(({ points }) =>
          points.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]),
        ),
      ),
    [series],
  );
  const worst = useMemo(() => worstStep(snapshot, columns, measured)?.step, [snapshot, columns, measured]);
  const heights = useHeights(rows, geometry.column, range[1] - range[0] < count);
  const { ribbon } = snapshot.head;
  const isDistant = zoom < READABLE_ZOOM;
  const hasSteps = rows.some((row) => row.kind === "steps");
  const [from, until] = range;
  const drawing = useMemo<Drawing>(
    () => ({
      geometry,
      range: [from, until],
      measured,
      worst,
      series,
      scale,
      personas,
      ribbon,
      isDistant,
      hasSteps,
      isPrinting,
    }),
    [
      geometry,
      from,
      until,
      measured,
      worst,
      series,
      scale,
      personas,
      ribbon,
      isDistant,
      hasSteps,
      isPrinting,
    ],
  );
  const isTopRow = (row: Row) => row.kind === "stages" || row.kind === "steps";
  const drawn = (row: Row) => (
    <GridRow
      key={row.id}
      row={row}
      number={rows.indexOf(row) + 1}
      minHeight={heights.get(row.id) ?? 0}
      drawing={drawing}
    />
  );
  // The one tab stop is the active cell; while its column is out of sight the grid itself stands in for it.
  const isActiveDrawn = useSyncExternalStore(editor.store.subscribe, () =>
    isDrawn(editor.store.state.active, rows, range),
  );

  return (
    <GridDrag rows={rows}>
      <div ref={scroller} data-scroller className={classes.scroller}>
        <div
          className={classes.canvas}
          data-far={targetAt(zoom) > RIBBON_HEIGHT || undefined}
          style={{
            zoom,
            width: geometry.header + count * geometry.column + addWidth(zoom),
            ["--header" as string]: `${geometry.header}px`,
            ["--target" as string]: `${targetAt(zoom)}px`,
          }}
        >
          <Arcs
            snapshot={snapshot}
            columns={columns}
            columnWidth={geometry.column}
            onOpen={props.onOpenTransition}
          />
          {/* biome-ignore lint/a11y/useSemanticElements: a table knows no second level of focus. */}
          <div
            ref={grid}
            role="grid"
            className={classes.grid}
            tabIndex={isActiveDrawn ? -1 : 0}
            aria-label={t("editor-grid", { title: editor.read(snapshot.head.title) })}
            aria-rowcount={rows.length}
            aria-colcount={count + 1}
            aria-multiselectable
            aria-readonly={!editor.canEdit}
            onKeyDown={onKeyDown}
            onFocus={(event) => settle(event, editor)}
            onMouseDown={(event) => choose(event, editor, rows)}
            onClick={(event) => chooseOne(event, editor)}
            onDoubleClick={(event) => begin(event, editor)}
            onContextMenu={(event) => {
              event.preventDefault();
              // A finger that rests has taken what is below it.
              if (!editor.store.isHolding) editor.openMenu({ x: event.clientX, y: event.clientY });
            }}
          >
            {/* biome-ignore lint/a11y/useSemanticElements: rows of a grid that is no table. */}
            <div role="rowgroup" className={classes.top}>
              {rows.filter(isTopRow).map(drawn)}
            </div>
            {/* biome-ignore lint/a11y/useSemanticElements: rows of a grid that is no table. */}
            <div role="rowgroup">
              {rows
                .filter((row) => !isTopRow(row))
                .flatMap((row) => [<BlueprintLines key={`${row.id} lines`} lines={row.lines} />, drawn(row)])}
            </div>
          </div>
          <AddLane hasLanes={snapshot.lanes.length > 0} />
        </div>
      </div>
      <div className={classes.footer}>
        <MiniMap
          scroller={scroller}
          columns={columns}
          geometry={geometry}
          zoom={zoom}
          ribbon={snapshot.head.ribbon}
        />
        <ZoomControls zoom={zoom} actions={props.actions} />
      </div>
    </GridDrag>
  );
});

/** Least heights of rows; needed only where not all columns are drawn. */
function useHeights(
  rows: readonly Row[],
  columnWidth: number,
  isNeeded: boolean,
): ReadonlyMap<string, number> {
  const { read } = useEditor();
  return useMemo(() => {
    if (!isNeeded) return new Map();
    const count = cardLines();
    return new Map(rows.map((row) => [row.id, rowHeight(row, columnWidth, read, count)]));
  }, [rows, columnWidth, read, isNeeded]);
}

function isDrawn(
  active: { row: string; place: string | null },
  rows: readonly Row[],
  [from, until]: readonly [number, number],
): boolean {
  const row = rows.find((row) => row.id === active.row);
  if (!row) return false;
  if (active.place === null) return true;
  const slot = row.slots.find((slot) => slot.key === active.place);
  return slot !== undefined && slot.first < until && slot.first + slot.span > from;
}

/** Takes note of what got the focus, by a click or from outside. */
function settle(event: FocusEvent<HTMLElement>, { store, leave }: Editor): void {
  const target = event.target as HTMLElement;
  const cell = target.closest<HTMLElement>("[data-row]");
  if (!cell) {
    // The grid has the tab stop in place of a cell that is not drawn.
    store.refocus();
    return;
  }
  const card = target.closest<HTMLElement>("[data-card][tabindex]")?.dataset.card ?? null;
  const address = { row: cell.dataset.row ?? "", place: cell.dataset.place || null };
  // A text that is still to come is left like one that is there.
  if (store.state.editing && spell(address) !== spell(store.state.active)) leave("blur");
  store.settle(address, card);
}

/** A click that carried nothing begins anew on the card it hit. */
function chooseOne(event: MouseEvent<HTMLElement>, { store }: Editor): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const target = event.target as HTMLElement;
  const cell = target.closest<HTMLElement>("[data-row]");
  const card = target.closest<HTMLElement>("[data-card][tabindex]")?.dataset.card;
  if (!cell || !card || !store.state.cards.has(card)) return;
  store.press({ row: cell.dataset.row ?? "", place: cell.dataset.place || null }, card);
}

/** A press on a card or cell begins anew; with Ctrl it adds it to what is chosen or takes it away, and with Shift it
 * chooses up to it, which the arrow keys do too. */
function choose(event: MouseEvent<HTMLElement>, editor: Editor, rows: readonly Row[]): void {
  const { store } = editor;
  const { active, anchor, card: stoodOn, cardAnchor, chosen } = store.state;
  const target = event.target as HTMLElement;
  const cell = target.closest<HTMLElement>("[data-row]");
  if (!cell || event.button !== 0 || target.closest("button, a, .cm-editor")) return;
  const address = { row: cell.dataset.row ?? "", place: cell.dataset.place || null };
  const card = target.closest<HTMLElement>("[data-card][tabindex]:not([role=slider])")?.dataset.card ?? null;
  const isMod = event.ctrlKey || event.metaKey;
  if (!isMod && !event.shiftKey) {
    // One of several chosen cards may be about to be carried, and the others with it.
    if (card === null || !store.state.cards.has(card)) store.press(address, card);
    return;
  }
  event.preventDefault();
  const isHere = spell(address) === spell(active);
  if (isMod && card && chosen.size < 2) store.toggleCard(address, card);
  else if (isMod) {
    if (!isHere || chosen.size > 1) store.toggle(address);
  } else if (card && stoodOn && isHere) {
    const keys = cardsIn(cell).flatMap((one) => one.dataset.card ?? []);
    store.chooseCards(between(keys, cardAnchor ?? stoodOn, card), address, card);
  } else {
    const from = anchor ?? active;
    if (isHead(from) === isHead(address)) store.choose(rangeBetween(rows, from, address), from, address);
  }
  if (store.state.cards.size > 1) sayChosen(editor);
}

/** A double click begins to write: in the text it hit, or in a new one where there is none. */
function begin(event: MouseEvent<HTMLElement>, { store, canEdit, add }: ReturnType<typeof useEditor>): void {
  const target = event.target as HTMLElement;
  const cell = target.closest<HTMLElement>("[data-row]");
  if (!canEdit || !cell || target.closest("button, a, .cm-editor, [role='slider']")) return;
  const { card, field } = target.closest<HTMLElement>("[data-card]")?.dataset ?? {};
  if (card && field) store.edit(card, field);
  else if (cell.dataset.place) add({ row: cell.dataset.row ?? "", place: cell.dataset.place });
}
