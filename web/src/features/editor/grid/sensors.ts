import {
  MouseSensor,
  type MouseSensorOptions,
  type SensorProps,
  TouchSensor,
  type TouchSensorOptions,
} from "@dnd-kit/core";
import { flushSync } from "react-dom";

/** The mouse, with one difference to dnd-kit's: a drag that begins is drawn at once. What ends before it was drawn would
 * never be told to have ended. */
export class PromptMouse extends MouseSensor {
  constructor(props: SensorProps<MouseSensorOptions>) {
    super({ ...props, onStart: (at) => flushSync(() => props.onStart(at)) });
  }
}

/** A finger, whose drag is drawn at once as the mouse's is. */
export class PromptTouch extends TouchSensor {
  constructor(props: SensorProps<TouchSensorOptions>) {
    super({ ...props, onStart: (at) => flushSync(() => props.onStart(at)) });
  }
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the pointer that holds something is. dnd-kit tells of the last place that was drawn, which on a slow machine
 * lies behind: a thing would fall where the hand was a moment ago. */
export class Pointer {
  #at: Point | null = null;
  #stop: () => void = () => undefined;

  /** Its last place; none while the keyboard holds what is held. */
  get at(): Point | null {
    return this.#at;
  }

  /** Follows the pointer of the event from now on; an event of another kind follows none. */
  follow(pressed: Event): void {
    this.leave();
    this.#at = pointOf(pressed);
    if (!this.#at) return;
    const heard = (event: Event) => {
      this.#at = pointOf(event) ?? this.#at;
      if (event.type === "mouseup" || event.type === "touchend") this.#stop();
    };
    for (const name of HEARD) window.addEventListener(name, heard, { capture: true, passive: true });
    this.#stop = () => {
      for (const name of HEARD) window.removeEventListener(name, heard, true);
    };
  }

  leave(): void {
    this.#stop();
    this.#at = null;
  }
}

const HEARD = ["mousemove", "mouseup", "touchmove", "touchend"];

/** The point of a mouse or of the first finger. */
export function pointOf(event: Event): Point | null {
  if (event instanceof MouseEvent) return { x: event.clientX, y: event.clientY };
  if (!("changedTouches" in event)) return null;
  const { touches, changedTouches } = event as TouchEvent;
  const touch = touches[0] ?? changedTouches[0];
  return touch ? { x: touch.clientX, y: touch.clientY } : null;
}
