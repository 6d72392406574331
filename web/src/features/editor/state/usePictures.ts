import { type RefObject, useCallback } from "react";
import { useWords } from "@/app/i18n";
import { addPicture, type NewPictureLane } from "@/document/edits/pictures";
import type { Key } from "@/document/types";
import { tell } from "@/ui/tell";
import type { GridRow } from "../layout/rows";
import type { Editor } from "./context";
import { isPicture, pictureWords, uploadImage } from "./images";
import { type Address, type GridState, spell } from "./store";

/** Puts dropped and pasted files where one is on the map. Only lanes of pictures show pictures: elsewhere they go to the
 * nearest such lane at the same stage or step, and a map without one gets one. */
export function usePictures(editor: Editor, rows: RefObject<readonly GridRow[]>) {
  const t = useWords();
  return useCallback(
    async (files: readonly File[], address: Address | undefined) => {
      const place = address?.place;
      for (const file of files) {
        if (!isPicture(file)) tell.problem(t("editor-picture-wrong", { name: file.name }));
        else if (!address || !place) tell.problem(t("editor-picture-where"));
        else {
          const before = editor.store.state;
          try {
            const image = await uploadImage(editor.id, file);
            const lane = laneFor(rows.current, address.row, t("editor-lane-title-image"));
            const added = addPicture(editor, place, lane, image);
            // One picture asks for its description; several would snatch the writing from each other, and a late one that of
            // who has gone on meanwhile.
            const isAsking = files.length === 1 && isStill(before, editor.store.state);
            editor.apply(added && !isAsking ? { announce: added.announce } : added);
            if (!isLaneOf(rows.current, address.row, lane)) tell.done(t("editor-picture-in-lane"));
          } catch (error) {
            tell.problem(pictureWords(t, error));
          }
        }
      }
    },
    [editor, rows, t],
  );
}

/** Whether one stands where one stood, and has not begun to write. */
function isStill(before: GridState, now: GridState): boolean {
  return now.editing === null && now.card === before.card && spell(now.active) === spell(before.active);
}

/** The lane of pictures nearest to a row, itself among them; a new one below the row where there is none. */
function laneFor(rows: readonly GridRow[], row: string, title: string): Key | NewPictureLane {
  const at = rows.findIndex((one) => one.id === row);
  const distance = (one: GridRow) => Math.abs(rows.indexOf(one) - at);
  const [nearest] = rows
    .filter((one) => one.lane?.kind === "image")
    .sort((one, other) => distance(one) - distance(other));
  if (nearest?.lane) return nearest.lane.key;
  const lanes = [...new Set(rows.flatMap((one) => one.lane?.key ?? []))];
  const own = rows[at]?.lane;
  return { title: { "": title }, index: own ? lanes.indexOf(own.key) + 1 : undefined };
}

function isLaneOf(rows: readonly GridRow[], row: string, lane: Key | NewPictureLane): boolean {
  return rows.find((one) => one.id === row)?.lane?.key === lane;
}
