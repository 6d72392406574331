import { type ClipboardEvent, type DragEvent, type RefObject, useEffect, useMemo } from "react";
import { useWords, type Words } from "@/app/i18n";
import type { ActionContext, Outcome } from "@/document/actions/action";
import { copy, cut, paste } from "@/document/clipboard/clipboard";
import { readGrid } from "@/document/clipboard/grid";
import { proposeMap } from "@/document/clipboard/sheet";
import { tell } from "@/ui/tell";
import { shownKeys } from "../commands/hotkeys";
import { layOut } from "../empty/layOut";
import type { GridRow } from "../layout/rows";
import type { Editor } from "./context";
import { selectionOf } from "./selection";
import { putOnClipboard, type Taken, takeFromClipboard } from "./systemClipboard";
import { usePictures } from "./usePictures";

/** React's event, or the browser's own. */
type PasteEvent = Pick<ClipboardEvent, "clipboardData" | "defaultPrevented" | "preventDefault" | "target">;

interface Handlers {
  readonly onCopy: (event: ClipboardEvent) => void;
  readonly onCut: (event: ClipboardEvent) => void;
  readonly onPaste: (event: PasteEvent) => void;
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
}

/** Cut, copy and paste without the keyboard, for menus and the palette. */
export interface ClipboardWays {
  readonly copy: () => Promise<void>;
  readonly cut: () => Promise<void>;
  readonly paste: () => Promise<void>;
}

/** Cut, copy and paste of what is chosen, and pictures by paste and drop. */
export function useClipboard(
  editor: Editor,
  rows: RefObject<readonly GridRow[]>,
): { readonly handlers: Handlers; readonly ways: ClipboardWays } {
  const addPictures = usePictures(editor, rows);
  const t = useWords();
  const found = useMemo(() => {
    const { document, store, language, laneTitle, canEdit } = editor;
    const context = (): ActionContext => ({
      document,
      language,
      laneTitle,
      snapshot: document.snapshot,
      selection: selectionOf(document, rows.current, store.state),
    });
    const take = (event: ClipboardEvent, copied: ReturnType<typeof copy>) => {
      if (!copied) return;
      event.preventDefault();
      event.clipboardData.setData("text/html", copied.html);
      event.clipboardData.setData("text/plain", copied.text);
      editor.apply(copied.outcome);
    };
    const putIn = ({ flavours, files }: Taken, at = store.state.active, where = context()) => {
      // Spreadsheets put a picture of the cells beside them; the cells are meant.
      if (files.length > 0 && flavours.text === "") void addPictures(files, at);
      else if (document.snapshot.stages.length === 0) {
        const proposal = proposeMap(readGrid(flavours));
        if (proposal) editor.apply(layOut(editor, proposal));
        else tell.problem(t("editor-paste-no-map"));
      } else {
        const outcome = paste(where, flavours);
        editor.apply(outcome);
        if (flavours.text.trim() !== "") sayLoss(t, outcome);
      }
    };
    /** Where the browser keeps its clipboard to itself, the keys still reach it. */
    const tellKeys = (keys: string) => tell.problem(t("editor-clipboard-keys", { keys: shownKeys(keys) }));
    const ways: ClipboardWays = {
      copy: async () => {
        const copied = copy(context());
        if (copied && (await putOnClipboard(copied))) editor.apply(copied.outcome);
        else if (copied) tellKeys("mod+C");
      },
      cut: async () => {
        // What one chooses while the browser asks is not what was meant.
        const { selection } = context();
        const copied = copy(context());
        if (copied && (await putOnClipboard(copied))) {
          editor.apply(cut({ ...context(), selection })?.outcome);
        } else if (copied) tellKeys("mod+X");
      },
      paste: async () => {
        const { selection } = context();
        const { active } = store.state;
        const taken = await takeFromClipboard();
        if (taken) putIn(taken, active, { ...context(), selection });
        else tellKeys("mod+V");
      },
    };
    const handlers: Handlers = {
      onCopy: (event) => {
        if (!isForText(event)) take(event, copy(context()));
      },
      onCut: (event) => {
        if (canEdit && !isForText(event)) take(event, cut(context()));
      },
      onPaste: (event) => {
        if (!canEdit || event.defaultPrevented) return;
        const flavours = {
          html: event.clipboardData.getData("text/html"),
          text: event.clipboardData.getData("text/plain"),
        };
        // Spreadsheets put a picture of the cells beside them; the cells are meant.
        const files = flavours.text === "" ? [...event.clipboardData.files] : [];
        if (files.length > 0) {
          if (!isBesideMap(event)) {
            event.preventDefault();
            void addPictures(files, store.state.active);
          }
          return;
        }
        if (isForText(event)) return;
        event.preventDefault();
        // Meant for the text under edit, which is still to come.
        if (store.state.editing) return store.typeAhead((typed) => typed + flavours.text);
        putIn({ flavours, files });
      },
      onDragOver: (event) => {
        if (canEdit && event.dataTransfer.types.includes("Files")) event.preventDefault();
      },
      onDrop: (event) => {
        const files = [...event.dataTransfer.files];
        if (!canEdit || event.defaultPrevented || files.length === 0) return;
        // Or the browser would show the file in place of the map.
        event.preventDefault();
        const cell = (event.target as HTMLElement).closest<HTMLElement>("[data-row]");
        void addPictures(
          files,
          cell ? { row: cell.dataset.row ?? "", place: cell.dataset.place || null } : undefined,
        );
      },
    };
    return { handlers, ways };
  }, [editor, rows, addPictures, t]);
  usePagePaste(editor, found.handlers.onPaste);
  return found;
}

/** On an empty map nothing has the focus, and a paste reaches the page only. What stands on a map is changed where one
 * stands: there the focus is in the grid. */
function usePagePaste({ document }: Editor, onPaste: Handlers["onPaste"]): void {
  useEffect(() => {
    const page = globalThis.document;
    const hear = (event: globalThis.ClipboardEvent) => {
      const { clipboardData, target } = event;
      if (!clipboardData || target !== page.body || document.snapshot.stages.length > 0) return;
      const { defaultPrevented } = event;
      onPaste({ clipboardData, target, defaultPrevented, preventDefault: () => event.preventDefault() });
    };
    page.addEventListener("paste", hear);
    return () => page.removeEventListener("paste", hear);
  }, [document, onPaste]);
}

/** What found no place on the map is said to who sees, too. */
function sayLoss(t: Words, outcome: Outcome | undefined): void {
  if (!outcome) tell.problem(t("editor-paste-nowhere"));
  else if (outcome.announce.id === "said-pasted-part")
    tell.problem(t(outcome.announce.id, outcome.announce.args));
}

/** Fields and marked letters have a clipboard of their own. */
function isForText(event: PasteEvent): boolean {
  const target = event.target as HTMLElement;
  const isField = target.isContentEditable || /^(INPUT|TEXTAREA)$/.test(target.tagName);
  return isField || event.defaultPrevented;
}

/** Panels and dialogs have pictures of their own. */
function isBesideMap(event: PasteEvent): boolean {
  return (event.target as HTMLElement).closest("aside, [role=dialog]") !== null;
}
