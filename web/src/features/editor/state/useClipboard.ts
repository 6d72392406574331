import { type ClipboardEvent, type DragEvent, type RefObject, useMemo } from "react";
import { problemWords } from "@/api/problem";
import { useWords } from "@/app/i18n";
import type { ActionContext } from "@/document/actions/action";
import { copy, cut, paste } from "@/document/clipboard/clipboard";
import { readGrid } from "@/document/clipboard/grid";
import { proposeMap } from "@/document/clipboard/sheet";
import { addCard } from "@/document/edits/cards";
import { tell } from "@/ui/tell";
import { layOut } from "../empty/layOut";
import type { GridRow } from "../layout/rows";
import type { Editor } from "./context";
import { uploadImage } from "./images";
import { selectionOf } from "./selection";
import type { Address } from "./store";

interface Handlers {
  readonly onCopy: (event: ClipboardEvent) => void;
  readonly onCut: (event: ClipboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
}

/** Cut, copy and paste of what is chosen, and pictures by paste and drop. */
export function useClipboard(editor: Editor, rows: RefObject<readonly GridRow[]>): Handlers {
  const t = useWords();
  return useMemo(() => {
    const { document, store, language, canEdit } = editor;
    const context = (): ActionContext => ({
      document,
      language,
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
    const addPictures = async (files: readonly File[], { row, place }: Address) => {
      const lane = rows.current.find((one) => one.id === row)?.lane;
      if (!lane || place === null) return;
      for (const file of files) {
        try {
          const image = await uploadImage(editor.id, file);
          editor.apply(addCard(editor, { place, lane: lane.key }, undefined, undefined, image));
        } catch (error) {
          tell.problem(problemWords(t, error));
        }
      }
    };
    const picturesOf = (data: DataTransfer) =>
      [...data.files].filter((file) => file.type.startsWith("image/"));
    return {
      onCopy: (event) => {
        if (!isForText(event)) take(event, copy(context()));
      },
      onCut: (event) => {
        if (canEdit && !isForText(event)) take(event, cut(context()));
      },
      onPaste: (event) => {
        if (!canEdit || isForText(event)) return;
        event.preventDefault();
        const pictures = picturesOf(event.clipboardData);
        const flavours = {
          html: event.clipboardData.getData("text/html"),
          text: event.clipboardData.getData("text/plain"),
        };
        // Spreadsheets put a picture of the cells beside them; the cells are meant.
        if (pictures.length > 0 && flavours.text === "") void addPictures(pictures, store.state.active);
        else if (document.snapshot.stages.length === 0) {
          const proposal = proposeMap(readGrid(flavours));
          if (proposal) editor.apply(layOut(editor, proposal));
        } else editor.apply(paste(context(), flavours));
      },
      onDragOver: (event) => {
        if (canEdit && event.dataTransfer.types.includes("Files")) event.preventDefault();
      },
      onDrop: (event) => {
        const pictures = picturesOf(event.dataTransfer);
        const cell = (event.target as HTMLElement).closest<HTMLElement>("[data-row]");
        if (!canEdit || pictures.length === 0) return;
        event.preventDefault();
        if (cell)
          void addPictures(pictures, { row: cell.dataset.row ?? "", place: cell.dataset.place || null });
      },
    };
  }, [editor, rows, t]);
}

/** Fields and marked letters have a clipboard of their own. */
function isForText(event: ClipboardEvent): boolean {
  const target = event.target as HTMLElement;
  const isField = target.isContentEditable || /^(INPUT|TEXTAREA)$/.test(target.tagName);
  return isField || event.defaultPrevented;
}
