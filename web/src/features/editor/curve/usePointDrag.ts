import { type PointerEvent, useEffect, useRef, useState } from "react";
import { useEditor } from "../state/context";
import { feelingAt, type Scale, yOf } from "./scale";

/** How long a finger rests before it takes the point, and how far it may stray meanwhile; a quicker one scrolls. */
const REST_MILLISECONDS = 280;
const STRAY = 8;

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
  /** The value while the point is held. */
  readonly value: number | null;
  readonly handlers: Partial<Record<Handler, (event: PointerEvent<HTMLElement>) => void>>;
}

type Handler = "onPointerDown" | "onPointerMove" | "onPointerUp" | "onPointerCancel";

/** Dragging of a point of the curve up and down: at once by mouse and pen, by a finger that rests on it first. Escape
 * lets go of it and leaves it as it was. */
export function usePointDrag(value: number, scale: Scale, put: (value: number) => void): PointDrag {
  const { canEdit, store } = useEditor();
  const [shown, setShown] = useState<number | null>(null);
  const press = useRef<Press | null>(null);
  useEffect(() => () => press.current?.letGo(), []);

  const take = (held: Press) => {
    held.isHeld = true;
    store.isHolding = true;
    setShown(held.value);
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
      setShown(held.to);
    } else if (Math.hypot(event.clientX - held.x, event.clientY - held.y) > STRAY) held.letGo();
  };
  const onPointerUp = () => {
    const to = press.current?.to;
    press.current?.letGo();
    if (to !== undefined) put(to);
  };
  const onPointerCancel = () => press.current?.letGo();
  return { value: shown, handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel } };
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
