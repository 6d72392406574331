/** Who is here, and in which cell. What other pages say about themselves is checked before anybody sees it. */

import type { Awareness } from "y-protocols/awareness";
import type { Key } from "@/document/types";

/** Colours of people, told apart by colour-blind readers too, dark enough for white letters. */
export const PEOPLE_COLOURS: readonly string[] = [
  "#0072b2",
  "#b34700",
  "#00735c",
  "#9a4a7f",
  "#6b5900",
  "#4b5a67",
  "#1f6f9f",
  "#7a3d00",
];

const LONGEST_NAME = 60;

/** The cell somebody is in; without a lane it is the head of a column. */
export interface Spot {
  readonly place: Key | null;
  readonly lane: Key | null;
}

export interface Person {
  /** The client's number; one person with two tabs is two. */
  readonly id: number;
  readonly name: string;
  readonly colour: string;
  readonly spot: Spot | undefined;
  readonly isSelf: boolean;
}

export class Presence {
  private people: readonly Person[] = [];
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly awareness: Awareness,
    name: string,
  ) {
    awareness.on("change", this.follow);
    this.introduce(name);
  }

  /** Everybody who is here, this person first, the others by number. */
  get everybody(): readonly Person[] {
    return this.people;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Says who this is. Editors of text read `color` and `colorLight`. */
  introduce(name: string): void {
    const color = this.freeColour();
    this.awareness.setLocalStateField("user", { name: shortened(name), color, colorLight: `${color}33` });
  }

  /** Says in which cell this person is; none when in no cell. */
  stand(spot: Spot | undefined): void {
    const before = this.awareness.getLocalState()?.spot as Spot | null | undefined;
    if (before?.place === spot?.place && before?.lane === spot?.lane) return;
    this.awareness.setLocalStateField("spot", spot ?? null);
  }

  /** Says everything again, after a connection came back. */
  renew(): void {
    this.awareness.setLocalState(this.awareness.getLocalState());
  }

  destroy(): void {
    this.awareness.off("change", this.follow);
    this.listeners.clear();
  }

  private freeColour(): string {
    const taken = new Set(this.people.filter((person) => !person.isSelf).map((person) => person.colour));
    const start = this.awareness.clientID % PEOPLE_COLOURS.length;
    const inTurn = [...PEOPLE_COLOURS.slice(start), ...PEOPLE_COLOURS.slice(0, start)];
    return inTurn.find((colour) => !taken.has(colour)) ?? (inTurn[0] as string);
  }

  private readonly follow = (): void => {
    const self = this.awareness.clientID;
    const people: Person[] = [];
    for (const [id, state] of this.awareness.getStates()) {
      const person = mend(id, state, id === self);
      if (person) people.push(person);
    }
    people.sort((one, other) => Number(other.isSelf) - Number(one.isSelf) || one.id - other.id);
    // A cursor's step within a text is told in the same way, and is not news here.
    if (people.length === this.people.length && people.every((one, at) => isSame(one, this.people[at])))
      return;
    this.people = people;
    for (const listener of this.listeners) listener();
  };
}

/** Reads what a client says of itself. Editors of text put name and colour on the page as they find them, so they are
 * mended where they stand. */
function mend(id: number, state: Record<string, unknown>, isSelf: boolean): Person | undefined {
  const user = state.user as Record<string, unknown> | null | undefined;
  if (typeof user !== "object" || user === null) return undefined;
  const colour = PEOPLE_COLOURS.find((one) => one === user.color) ?? (PEOPLE_COLOURS[0] as string);
  const name = shortened(typeof user.name === "string" ? user.name : "");
  state.user = { name, color: colour, colorLight: `${colour}33` };
  return { id, name, colour, spot: spotOf(state.spot), isSelf };
}

function isSame(one: Person, other: Person | undefined): boolean {
  return (
    other !== undefined &&
    one.id === other.id &&
    one.name === other.name &&
    one.colour === other.colour &&
    one.spot?.place === other.spot?.place &&
    one.spot?.lane === other.spot?.lane
  );
}

function spotOf(value: unknown): Spot | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { place, lane } = value as Record<string, unknown>;
  const key = (one: unknown) => (typeof one === "string" ? one : null);
  const spot = { place: key(place), lane: key(lane) };
  return spot.place === null && spot.lane === null ? undefined : spot;
}

function shortened(name: string): string {
  return [...name.trim()].slice(0, LONGEST_NAME).join("");
}
