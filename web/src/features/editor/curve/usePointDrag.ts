import { type PointerEvent, useEffect, useRef, useState } from "react";
import { useEditor } from "../state/context";
import { feelingAt, type Scale, yOf } from "./scale";

/** How long a finger rests before it takes the point, and how far it may stray meanwhile; a quicker one scrolls. */
const REST_MILLISECONDS = 280;
const STRAY = 8;
/** After so long what was put is drawn even on a slow machine. */
const LATE_MILLISECONDS = 2000;

interface Press {
  readonly x: number;
  readonly y: number;
  readonly value: number;
  readonly element: HTMLElement;
  /** Where it has been dragged to; none before it moves. */
  to: number | undefined;
  isHeld: boolean;
  letGo(): void;
}

interface PointDrag {
  /** The value while the point is held, and until what it was put to is drawn. */
  readonly value: number | null;
  readonly isHeld: boolean;
  readonly handlers: Partial<Record<Handler, (event: PointerEvent<HTMLElement>) => void>>;
}

type Handler = "onPointerDown" | "onPointerMove" | "onPointerUp" | "onPointerCancel";

/** What the point shows in place of the value that is drawn. */
interface Shown {
  readonly value: number;
  /** It was let go of while this was drawn; none while it is held. */
  readonly over?: { readonly drawn: number | undefined };
}

/** Dragging of a point of the curve up and down from where it stands, or from `start` where it is not set: at once by
 * mouse and pen, by a finger that rests on it first. Escape lets go of it and leaves it as it was. */
export function usePointDrag(
  drawn: number | undefined,
  start: number,
  scale: Scale,
  put: (value: number) => void,
): PointDrag {
  const { canEdit, store } = useEditor();
  const value = drawn ?? start;
  const [shown, setShown] = useState<Shown | null>(null);
  // The map is drawn a moment after it is written: until then the point stays where the hand let go of it.
  if (shown?.over && shown.over.drawn !== drawn) setShown(null);
  const isAwaited = shown?.over !== undefined;
  useEffect(() => {
    if (!isAwaited) return;
    // What was put may have been undone before it was drawn.
    const late = setTimeout(() => setShown(null), LATE_MILLISECONDS);
    return () => clearTimeout(late);
  }, [isAwaited]);
  const press = useRef<Press | null>(null);
  useEffect(() => () => press.current?.letGo(), []);

  const take = (held: Press) => {
    held.isHeld = true;
    store.isHolding = true;
    setShown({ value: held.value });
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (!canEdit || event.button !== 0) return;
    press.current?.letGo();
    const element = event.currentTarget;
    element.setPointerCapture(event.pointerId);
    const isFinger = event.pointerType === "touch";
    const rest = isFinger ? setTimeout(() => take(held), REST_MILLISECONDS) : undefined;
    const stopListening = listen(element, () => press.current);
    const held: Press = {
      x: event.clientX,
      y: event.clientY,
      value,
      element,
      to: undefined,
      isHeld: false,
      letGo: () => {
        clearTimeout(rest);
        stopListening();
        if (held.isHeld) store.isHolding = false;
        press.current = null;
        setShown(null);
      },
    };
    press.current = held;
    if (!isFinger) take(held);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const held = press.current;
    if (!held) return;
    if (held.isHeld) {
      held.to = feelingAt(yOf(held.value, scale) + (event.clientY - held.y) / zoomAt(held.element), scale);
      setShown({ value: held.to });
    } else if (Math.hypot(event.clientX - held.x, event.clientY - held.y) > STRAY) held.letGo();
  };
  const onPointerUp = () => {
    const to = press.current?.to;
    press.current?.letGo();
    if (to === undefined) return;
    if (to !== drawn) setShown({ value: to, over: { drawn } });
    put(to);
  };
  const onPointerCancel = () => press.current?.letGo();
  return {
    value: shown?.value ?? null,
    isHeld: shown !== null && !shown.over,
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel },
  };
}

/** The zoom of the map; not taken from the point, which is larger while it is held. */
function zoomAt(element: HTMLElement): number {
  const cell = element.closest<HTMLElement>("[data-row]");
  return cell ? cell.getBoundingClientRect().height / cell.offsetHeight || 1 : 1;
}

/** Listens to what ends a drag or would begin another gesture; answers how to stop. */
function listen(element: HTMLElement, press: () => Press | null): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    press()?.letGo();
  };
  // React hears touches passively; only an active listener keeps a held point from scrolling the map.
  const onTouchMove = (event: TouchEvent) => {
    if (press()?.isHeld && event.cancelable) event.preventDefault();
  };
  window.addEventListener("keydown", onKeyDown, true);
  element.addEventListener("touchmove", onTouchMove, { passive: false });
  return () => {
    window.removeEventListener("keydown", onKeyDown, true);
    element.removeEventListener("touchmove", onTouchMove);
  };
}
