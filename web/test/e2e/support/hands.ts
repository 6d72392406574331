/** What hands do before a screen: the mouse that takes a thing and carries it, and a finger. */

import type { CDPSession, Locator, Page } from "playwright-core";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A point of what is shown, as shares of its width and height; its middle unless told otherwise. */
export async function pointIn(element: Locator, right = 0.5, down = 0.5): Promise<Point> {
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  if (!box) throw new Error("nothing of it is shown");
  return { x: box.x + box.width * right, y: box.y + box.height * down };
}

/** Takes hold at a point and carries to another; the button stays down. */
export async function carry({ mouse }: Page, from: Point, to: Point): Promise<void> {
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move(from.x + 4, from.y + 8, { steps: 2 });
  await mouse.move(to.x, to.y, { steps: 6 });
}

/** A finger on the screen: what the browser gets are real touches, from which it makes its own gestures. */
export class Finger {
  private at: Point = { x: 0, y: 0 };

  private constructor(private readonly session: CDPSession) {}

  static async of(page: Page): Promise<Finger> {
    return new Finger(await page.context().newCDPSession(page));
  }

  async press(at: Point): Promise<void> {
    this.at = at;
    await this.send("touchStart", [at]);
  }

  async moveTo(to: Point, steps = 8): Promise<void> {
    const from = this.at;
    this.at = to;
    const points = Array.from({ length: steps }, (_, at) => {
      const part = (at + 1) / steps;
      return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
    });
    // The browser takes them in this order; waiting for each answer would be a finger that hesitates.
    await Promise.all(points.map((point) => this.send("touchMove", [point])));
  }

  /** Goes on without resting, however busy the machine is: a finger that rests would take what is below it. */
  async swipe(from: Point, to: Point, steps = 4): Promise<void> {
    await Promise.all([this.press(from), this.moveTo(to, steps)]);
  }

  async lift(): Promise<void> {
    await this.send("touchEnd", []);
  }

  private async send(type: "touchStart" | "touchMove" | "touchEnd", touchPoints: Point[]): Promise<void> {
    await this.session.send("Input.dispatchTouchEvent", { type, touchPoints });
  }
}
