import type { Asks } from "@/document/actions/action";

/** Something the reader can do now: a command of the map, or one of how it is looked at. */
export interface Command {
  readonly id: string;
  /** Part of the menu and the palette it stands in. */
  readonly group: string;
  /** In the reader's language. */
  readonly label: string;
  readonly icon: string;
  readonly keys: readonly string[];
  /** A shortcut that is told though the browser itself hears it. */
  readonly told?: string;
  /** What it asks for before it runs. */
  readonly asks?: Asks;
  /** What the question begins with. */
  readonly current?: unknown;
  /** The question may be answered by nothing, which takes away what is there. */
  readonly isClearable?: boolean;
  readonly isEnabled: boolean;
  /** It is offered in the menu of what is chosen, not only in the palette. */
  readonly isInMenu: boolean;
  run(argument?: unknown): void;
}

/** The commands, and ways to start them. */
export interface Commands {
  /** What can be done with what is chosen at the moment. */
  now(): Command[];
  /** Runs a command by its id; one that asks shows its question first. */
  start(id: string): void;
  /** The command whose question is being answered. */
  readonly asking: Command | null;
  answer(argument: unknown): void;
  onKeyDown(event: React.KeyboardEvent): void;
}
