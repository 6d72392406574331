/** One command of the editor. The same object feeds menus, shortcuts and the palette. */

import type { MapDocument } from "../map-document";
import type { Selection } from "../selection";
import type { Key, LaneKind, MapSnapshot, Text } from "../types";

/** Where a command stands in menus and the palette. */
export type Group =
  | "history"
  | "common"
  | "stage"
  | "step"
  | "lane"
  | "card"
  | "touchpoint"
  | "moment"
  | "transition"
  | "target"
  | "emotion"
  | "barrier"
  | "idea"
  | "persona"
  | "evidence"
  | "head";

/** What a command works with. */
export interface ActionContext {
  readonly document: MapDocument;
  readonly snapshot: MapSnapshot;
  readonly selection: Selection;
  /** Language of the content the reader sees. */
  readonly language: string;
  /** What a lane is called that a command makes by itself. */
  readonly laneTitle?: (kind: LaneKind) => Text;
}

/** What a command asks for before it runs; the editor shows a picker for it. Without an answer the command does nothing. */
export type Asks =
  | { readonly kind: "words"; readonly words: readonly string[]; readonly label: (word: string) => string }
  | {
      readonly kind:
        | "colour"
        | "icon"
        | "channel"
        | "text"
        | "picture"
        | "date"
        | "number"
        | "duration"
        | "map";
    }
  /** What is wanted of a step, or which of the targets it has is changed and how. */
  | { readonly kind: "target"; readonly isThere: boolean }
  | {
      readonly kind: "records";
      readonly table: "evidence" | "personas" | "lanes" | "touchpoints" | "places" | "targets";
      /** One is chosen, not several. */
      readonly isSingle?: boolean;
    };

/** Words for the live region: a Fluent id and what fills its gaps. */
export interface Words {
  readonly id: string;
  readonly args?: Readonly<Record<string, string | number>>;
}

/** What the editor does after a command. */
export interface Outcome {
  readonly announce: Words;
  /** What was asked for was not done; why is said for all to see. */
  readonly isProblem?: true;
  readonly select?: Selection;
  /** A text to begin editing. */
  readonly edit?: {
    readonly owner: string;
    readonly field: string;
    /** The command has made the record: left empty it goes away again. */
    readonly isNew?: true;
  };
}

export interface Action<Argument = unknown> {
  readonly id: string;
  readonly group: Group;
  /** Fluent id of its name. */
  readonly label: string;
  /** Name of a Tabler icon: `IconPlus`. */
  readonly icon: string;
  /** Shortcuts in Mantine's spelling: `mod+D`, `alt+ArrowLeft`. */
  readonly keys?: readonly string[];
  readonly asks?: Asks;
  /** What stands there now, as an answer: the question begins with it. */
  current?(context: ActionContext): unknown;
  /** An empty answer takes away what stands there. */
  readonly isClearable?: boolean;
  /** Whether the command belongs to what is selected at all. */
  appliesTo(context: ActionContext): boolean;
  /** Whether it can be done now; a command that applies but cannot be done is shown greyed. */
  isEnabled(context: ActionContext): boolean;
  /** Does it, in one transaction. None if there was nothing to do. */
  run(context: ActionContext, argument?: Argument): Outcome | undefined;
}

/** An action with its label and shortcuts left to the usual. */
type Given = Omit<Action, "label" | "isEnabled" | "appliesTo"> &
  Partial<Pick<Action, "isEnabled" | "appliesTo">>;

/** An action that, unless said otherwise, applies always and can be done whenever it applies. */
export function action(given: Given): Action {
  const appliesTo = given.appliesTo ?? (() => true);
  return { isEnabled: (context) => appliesTo(context), ...given, appliesTo, label: `action-${given.id}` };
}

/** A choice among words of the map's format. The label of a word is a Fluent id. */
export function choice(list: string, words: readonly string[]): Asks {
  return { kind: "words", words, label: (word) => `choice-${list}-${word}` };
}

/** An argument that is one of the words; none otherwise. */
export function oneOf<Word extends string>(words: readonly Word[], argument: unknown): Word | undefined {
  return words.find((word) => word === argument);
}

/** An argument that is a text with something in it. */
export function textOf(argument: unknown): string | undefined {
  return typeof argument === "string" && argument.trim() !== "" ? argument.trim() : undefined;
}

/** What all have in common; none where they differ. */
export function shared<Value>(values: readonly Value[]): Value | undefined {
  return values.every((value) => value === values[0]) ? values[0] : undefined;
}

/** An argument that names records. */
export function keysOf(argument: unknown): Key[] {
  const keys = Array.isArray(argument) ? argument : [argument];
  return keys.filter((key) => typeof key === "string");
}
