import type { MapDocument } from "@/document/map-document";
import type { GridStore } from "./store";

/** Of a text that is written in a panel. */
export const PANEL = "panel:";

/** Writes down what was typed before its text was there to be written in. With what was made for it, it is one step. */
export function keepTyped(document: MapDocument, store: GridStore, language: string): void {
  const { editing } = store.state;
  const typed = store.takeTyped();
  if (!editing || !typed) return;
  const type = () => document.type(editing.record, editing.field.replace(PANEL, ""), language, typed);
  if (editing.isNew) document.undo.join(type);
  else type();
}
