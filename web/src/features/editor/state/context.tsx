import { createContext, useContext } from "react";
import type { Awareness } from "y-protocols/awareness";
import type { Outcome } from "@/document/actions/action";
import type { MapDocument } from "@/document/map-document";
import type { LaneKind, Text } from "@/document/types";

import type { Address, GridStore } from "./store";

/** How a text under edit was left. */
export type Leaving = "escape" | "enter" | "another" | "tab" | "back" | "blur";

/** What every part of the editor works with. It keeps its identity while others write, so that cells are not redrawn
 * for letters that are not theirs. */
export interface Editor {
  /** Id of the map. */
  readonly id: string;
  readonly document: MapDocument;
  readonly awareness: Awareness;
  readonly store: GridStore;
  readonly canEdit: boolean;
  /** Language the reader sees the map in. */
  readonly language: string;
  /** The map's own language. */
  readonly own: string;
  readonly showsAssumptions: boolean;
  /** A text in the reader's language where it has it. */
  read(text: Text | undefined): string;
  /** Does what follows from a command: says it, goes to what it made, begins to write. */
  apply(outcome: Outcome | undefined): void;
  /** Ends the edit under way. */
  leave(how: Leaving): void;
  /** Opens the menu of what can be done with what is chosen. */
  openMenu(at: { x: number; y: number }): void;
  /** Makes something in an empty or filled cell and begins to write it. */
  add(address: Address, typed?: string): void;
  /** What a lane is called that a command makes by itself. */
  laneTitle(kind: LaneKind): Text;
  /** Where an image of the map is served. */
  imageUrl(name: string): string;
}

const Context = createContext<Editor | null>(null);
export const EditorProvider = Context.Provider;

export function useEditor(): Editor {
  const editor = useContext(Context);
  if (!editor) throw new Error("this part is drawn inside of an editor only");
  return editor;
}
