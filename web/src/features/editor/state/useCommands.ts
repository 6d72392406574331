import { type RefObject, useCallback, useMemo } from "react";
import { useWords } from "@/app/i18n";
import type { Outcome } from "@/document/actions/action";
import { addCard, type CardRef, cardOf, cardText, isCard, removeCards } from "@/document/edits/cards";
import { findRecord, lookup } from "@/document/lookup";
import type { MapDocument } from "@/document/map-document";
import { tell } from "@/ui/tell";
import { contentCount } from "../grid/LaneCell";
import { moved } from "../grid/navigate";
import { READABLE_ZOOM } from "../layout/geometry";
import type { GridRow } from "../layout/rows";
import type { Editor, Leaving } from "./context";
import { addressOfRecord, standOn } from "./selection";
import { readable, rowsInSight, type Sight, writingPlace } from "./sight";
import type { Address, GridStore } from "./store";
import { keepTyped, PANEL } from "./typing";

interface Parts {
  readonly document: MapDocument;
  readonly store: GridStore;
  readonly language: string;
  readonly canEdit: boolean;
  /** Rows as they are now. */
  readonly rows: RefObject<readonly GridRow[]>;
  /** What is in sight now. */
  readonly sight: RefObject<Sight>;
  readonly announce: (words: string) => void;
}

type Commands = Pick<Editor, "apply" | "add" | "leave">;

/** What the grid does after commands, on adding, and when an edit ends. */
export function useCommands(parts: Parts): Commands {
  const { document, store, language, canEdit, rows, sight, announce } = parts;
  const t = useWords();

  const apply = useCallback(
    (outcome: Outcome | undefined, typed = "") => {
      if (!outcome) return;
      const said = t(outcome.announce.id, outcome.announce.args);
      announce(said);
      if (outcome.isProblem) tell.problem(said);
      const { snapshot } = document;
      const { edit, select } = outcome;
      const writing = edit && writingPlace(snapshot, edit.owner, edit.field, sight.current);
      if (writing?.kind === "grid") {
        store.go(writing.address);
        if (writing.card) store.enter(writing.card);
      } else if (select) standOn(store, snapshot, rowsInSight(snapshot, sight.current), select);
      const { card } = store.state;
      // Where the card one stood on is gone, one stands on its cell.
      if (card !== null && !card.includes("/") && !findRecord(snapshot, card)) store.enter(null);
      if (!edit || !writing) return;
      // What cannot be seen cannot be written: it is brought into sight first.
      const change = writing.kind === "grid" ? writing.change : { panel: writing.panel };
      if (Object.keys(change).length > 0) sight.current.change(change);
      const { owner, field, isNew = false } = edit;
      keepTyped(document, store, language);
      store.edit(owner, writing.kind === "grid" ? field : PANEL + field, { isNew, typed });
    },
    [announce, t, document, store, language, sight],
  );

  const add = useCallback(
    (address: Address, typed = "") => {
      const row = rows.current.find((row) => row.id === address.row);
      if (!canEdit || !row || address.place === null) return;
      if (row.kind === "goals") store.edit(address.place, "goal", { typed });
      const { places, steps } = lookup(document.snapshot);
      if (row.kind === "success") {
        // Only a step has a criterion; a stage without steps has an empty cell in its row.
        if (steps.has(address.place)) store.edit(address.place, "success", { typed });
        else tell.problem(t("editor-nothing-to-add"));
      }
      if (!row.lane) return;
      const { view, change } = sight.current;
      const place = places.get(address.place);
      if (view.zoom < READABLE_ZOOM && place && contentCount(row.lane, place) > 0) {
        // What stands there is to be read before something is put beside it.
        change(readable(view));
        store.go(address);
        return;
      }
      const cell = { place: address.place, lane: row.lane.key };
      const outcome = addCard({ document, language }, cell);
      if (outcome) apply(outcome, typed);
      else tell.problem(t(row.lane.kind === "ideas" ? "editor-ideas-need-barrier" : "editor-nothing-to-add"));
    },
    [document, language, canEdit, store, rows, sight, apply, t],
  );

  const leave = useCallback(
    (how: Leaving) => {
      const { editing, active } = store.state;
      if (!editing) return;
      // What is written beside the grid gives the focus back there, not to a cell.
      keepTyped(document, store, language);
      if (editing.record === "head" || editing.field.startsWith(PANEL)) {
        store.stopEditing(false);
        return;
      }
      // The text is shown as it was left, its last letters included.
      document.tell();
      store.stopEditing(how !== "blur");
      const desk = { document, language };
      const record = findRecord(document.snapshot, editing.record);
      const card = record && isCard(record) ? record : undefined;
      if (card && editing.isNew && isEmpty(document, card)) {
        document.undo.join(() => removeCards(desk, [card]));
        if (how !== "blur") store.enter(null);
      } else if (how === "escape" || how === "enter") {
        store.enter(card && isOneOfSeveral(document, rows.current, active) ? card.key : null);
      } else if (how === "another" && card) {
        const found = addressOfRecord(document.snapshot, rows.current, card);
        const lane = rows.current.find((row) => row.id === found?.address.row)?.lane;
        if (found?.address.place && lane)
          apply(addCard(desk, { place: found.address.place, lane: lane.key }));
      }
      if (how === "tab" || how === "back") {
        const next = moved(rows.current, active, how === "tab" ? "right" : "left");
        store.go(next);
        writeIn(document, rows.current, next, store, add);
      }
    },
    [document, language, store, rows, apply, add],
  );

  return useMemo(() => ({ apply, add, leave }), [apply, add, leave]);
}

/** Whether a card says nothing in any language, and shows nothing. */
function isEmpty({ snapshot }: MapDocument, ref: CardRef): boolean {
  const card = cardOf(snapshot, ref);
  if (!card) return false;
  const hasPicture = card.table === "items" && card.record.image !== undefined;
  return !hasPicture && Object.values(cardText(card)).every((words) => words === "");
}

/** Begins to write in a cell that holds one text or none; one that holds more waits to be stepped into. */
function writeIn(
  document: MapDocument,
  rows: readonly GridRow[],
  address: Address,
  store: GridStore,
  add: (address: Address) => void,
): void {
  const row = rows.find((row) => row.id === address.row);
  // Rows are drawn a little later than the map is written; what stands in a cell is asked of the map.
  const place = lookup(document.snapshot).places.get(address.place ?? "");
  if (!row || !place || address.place === null) return;
  if (row.kind === "stages" || row.kind === "steps") store.edit(address.place, "title");
  else if (row.kind === "goals" || row.kind === "success") add(address);
  else if (row.lane && row.lane.kind !== "emotion") {
    const [item, ...more] = place.cells[row.lane.key] ?? [];
    if (contentCount(row.lane, place) === 0) add(address);
    else if (item && more.length === 0) store.edit(item.key, "text");
  }
}

function isOneOfSeveral(document: MapDocument, rows: readonly GridRow[], active: Address): boolean {
  const row = rows.find((row) => row.id === active.row);
  const place = lookup(document.snapshot).places.get(active.place ?? "");
  return row?.lane !== undefined && place !== undefined && contentCount(row.lane, place) > 1;
}
