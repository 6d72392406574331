import {
  type Announcements,
  DndContext,
  type DragEndEvent,
  type DragMoveEvent,
  type KeyboardCoordinateGetter,
  KeyboardSensor,
  useDraggable,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useWords } from "@/app/i18n";
import type { GridRow } from "../layout/rows";
import { useEditor } from "../state/context";
import classes from "./drag.module.css";
import { type Drop, dropAt, type Grabbed, grabbedFrom, useDrop } from "./drop";
import { Pointer, PromptMouse, PromptTouch } from "./sensors";
import { type Held, useEdgeScroll } from "./useEdgeScroll";

interface Props {
  readonly rows: readonly GridRow[];
  readonly children: ReactNode;
}

/** Dragging of stages, steps, lanes and cards, by mouse, by touch and by keys (space takes and puts). What is grabbed is
 * found when it is grabbed, so that hundreds of cards need no listeners of their own. */
export function GridDrag({ rows, children }: Props) {
  const { canEdit, store, document: map, openMenu } = useEditor();
  const t = useWords();
  const drop = useDrop(rows);
  const grabbed = useRef<Grabbed | null>(null);
  const [pointer] = useState(() => new Pointer());
  const [shown, setShown] = useState<Shown | null>(null);
  const sensors = useSensors(
    useSensor(PromptMouse, { activationConstraint: { distance: 6 } }),
    useSensor(PromptTouch, { activationConstraint: { delay: 280, tolerance: 8 } }),
    useSensor(KeyboardSensor, {
      keyboardCodes: { start: ["Space"], cancel: ["Escape", "Tab"], end: ["Space", "Enter"] },
      coordinateGetter: byCells,
    }),
  );
  const show = (held: Grabbed, x: number, y: number) => {
    const found = dropAt(x, y, held, map.snapshot, rows);
    setShown({ kind: held.kind, x, y, drop: found });
    return found;
  };
  const move = ({ delta }: DragMoveEvent | DragEndEvent) => {
    const held = grabbed.current;
    const at = pointer.at ?? (held && { x: held.x + delta.x, y: held.y + delta.y });
    return held && at && show(held, at.x, at.y);
  };
  useEdgeScroll(shown, () => {
    const held = grabbed.current;
    if (held && shown) show(held, shown.x, shown.y);
  });
  const stop = () => {
    store.isHolding = false;
    grabbed.current = null;
    pointer.leave();
    setShown(null);
  };
  // The map may go while something of it is held: the last stage is removed by somebody else.
  useEffect(
    () => () => {
      store.isHolding = false;
      pointer.leave();
    },
    [store, pointer],
  );
  const announcements = useMemo<Announcements>(
    () => ({
      onDragStart: () => t("editor-drag-start", { name: grabbed.current?.name ?? "" }),
      onDragOver: () => undefined,
      onDragMove: () => undefined,
      onDragEnd: () => undefined,
      onDragCancel: () => t("editor-drag-cancel"),
    }),
    [t],
  );
  return (
    <DndContext
      sensors={sensors}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t("editor-drag-how") } }}
      onDragStart={() => {
        store.isHolding = true;
      }}
      onDragMove={move}
      onDragEnd={(event) => {
        const held = grabbed.current;
        const isTap = held !== null && wasTapped(event, held, pointer);
        const found = isTap ? null : move(event);
        stop();
        if (held && isTap) openMenu({ x: held.x, y: held.y });
        if (held && found) drop(held, found);
      }}
      onDragCancel={stop}
    >
      <Surface
        isEnabled={canEdit}
        onGrab={(held, event) => {
          // A second finger or a key takes nothing else while something is held.
          if (store.isHolding) return;
          grabbed.current = held;
          pointer.follow(event);
        }}
      >
        {children}
      </Surface>
      {shown && createPortal(<Ghost name={grabbed.current?.name ?? ""} {...shown} />, document.body)}
    </DndContext>
  );
}

/** What is held above the map. */
interface Shown extends Held {
  readonly drop: Drop | null;
}

/** A finger that rested on a thing and went nowhere asks for its menu, as a click of the right button does. */
function wasTapped({ activatorEvent }: DragEndEvent, from: Grabbed, { at }: Pointer): boolean {
  return "touches" in activatorEvent && at !== null && Math.hypot(at.x - from.x, at.y - from.y) < 8;
}

interface SurfaceProps {
  readonly isEnabled: boolean;
  readonly onGrab: (grabbed: Grabbed, event: Event) => void;
  readonly children: ReactNode;
}

function Surface({ isEnabled, onGrab, children }: SurfaceProps) {
  const { store } = useEditor();
  const { listeners, setNodeRef } = useDraggable({ id: "grid", disabled: !isEnabled });
  const guarded = Object.fromEntries(
    Object.entries(listeners ?? {}).map(([name, listener]) => [
      name,
      (event: React.SyntheticEvent<HTMLElement>) => {
        const held = grabbedFrom(event, store.state.cards);
        if (!held) return;
        onGrab(held, event.nativeEvent);
        (listener as (event: React.SyntheticEvent) => void)(event);
      },
    ]),
  );
  return (
    <div ref={setNodeRef} className={classes.surface} {...guarded}>
      {children}
    </div>
  );
}

function Ghost({ name, x, y, drop }: Shown & { readonly name: string }) {
  return (
    <>
      <div
        data-drag="ghost"
        className={classes.ghost}
        data-nowhere={drop === null || undefined}
        style={{ left: x, top: y }}
      >
        {name}
      </div>
      {drop && <div data-drag="mark" className={classes.mark} style={drop.mark} />}
    </>
  );
}

/** With the keyboard a held thing goes from cell to cell. */
const byCells: KeyboardCoordinateGetter = (event, { currentCoordinates: { x, y } }) => {
  const held = document.activeElement?.closest("[data-row]")?.getBoundingClientRect();
  const [width, height] = [held?.width ?? 160, held?.height ?? 60];
  switch (event.code) {
    case "ArrowRight":
      return { x: x + width, y };
    case "ArrowLeft":
      return { x: x - width, y };
    case "ArrowDown":
      return { x, y: y + Math.min(height, 60) };
    case "ArrowUp":
      return { x, y: y - Math.min(height, 60) };
    default:
      return undefined;
  }
};
