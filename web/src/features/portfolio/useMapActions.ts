import { useLocation } from "wouter";
import { useDeleteMap, useDuplicateMap, useMoveMaps, useSetStatus, useUndeleteMap } from "@/api/maps";
import type { MapStatus, MapSummary } from "@/api/types";
import { useWords } from "@/app/i18n";
import { tell } from "@/ui/tell";
import { useTitle } from "./useTitle";

/** What can be done with a map from outside of it; what takes something away can be undone. */
export function useMapActions() {
  const t = useWords();
  const [, go] = useLocation();
  const deleting = useDeleteMap();
  const undeleting = useUndeleteMap();
  const duplicating = useDuplicateMap();
  const moving = useMoveMaps();
  const setting = useSetStatus();

  const title = useTitle();
  const undo = (run: () => void) => ({ label: t("portfolio-undo"), run });

  return {
    open: (map: MapSummary) => go(`/maps/${map.id}`),
    duplicate: (map: MapSummary) =>
      duplicating.mutate(
        { id: map.id, title: t("portfolio-copy-title", { title: title(map) }) },
        { onSuccess: (copy) => tell.done(t("portfolio-duplicated", { title: title(copy) })) },
      ),
    move: (map: MapSummary, folder: string | null) => {
      if (map.folder === folder) {
        return;
      }
      const back = () => moving.mutate({ ids: [map.id], folder: map.folder });
      const said =
        folder === null
          ? t("portfolio-moved-out", { title: title(map) })
          : t("portfolio-moved", { title: title(map), folder });
      moving.mutate({ ids: [map.id], folder }, { onSuccess: () => tell.done(said, undo(back)) });
    },
    archive: (map: MapSummary) => {
      const back = () => setting.mutate({ id: map.id, status: map.status as MapStatus });
      setting.mutate(
        { id: map.id, status: "archived" },
        { onSuccess: () => tell.done(t("portfolio-archived", { title: title(map) }), undo(back)) },
      );
    },
    unarchive: (map: MapSummary) =>
      setting.mutate(
        { id: map.id, status: "draft" },
        { onSuccess: () => tell.done(t("portfolio-unarchived", { title: title(map) })) },
      ),
    remove: (map: MapSummary) => {
      const back = () => undeleting.mutate(map.id);
      deleting.mutate(map.id, {
        onSuccess: () => tell.done(t("portfolio-deleted", { title: title(map) }), undo(back)),
      });
    },
    restore: (map: MapSummary) =>
      undeleting.mutate(map.id, {
        onSuccess: () => tell.done(t("portfolio-restored", { title: title(map) })),
      }),
  };
}

export type MapActions = ReturnType<typeof useMapActions>;
