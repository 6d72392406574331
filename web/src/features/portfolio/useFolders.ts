import { useLocalStorage } from "@mantine/hooks";
import { useMemo } from "react";
import { useMoveMaps } from "@/api/maps";
import type { MapSummary } from "@/api/types";
import { useWords } from "@/app/i18n";
import { tell } from "@/ui/tell";
import { valuesOf } from "./selecting";

/** The portfolio's folders. The server knows a folder by the maps in it, so an empty one is remembered by this browser
 * until it is filled. */
export function useFolders(maps: readonly MapSummary[]) {
  const t = useWords();
  const moving = useMoveMaps();
  const [empty, setEmpty] = useLocalStorage<string[]>({ key: "kelias-folders", defaultValue: [] });
  const folders = useMemo(() => {
    const names = new Set([...valuesOf(maps, (map) => [map.folder]), ...empty]);
    return [...names].sort((a, b) => a.localeCompare(b));
  }, [maps, empty]);

  return {
    folders,
    create: (name: string) => setEmpty((before) => [...new Set([...before, name])]),
    rename: (from: string, to: string) => {
      const ids = maps.filter((map) => map.folder === from).map((map) => map.id);
      setEmpty((before) => before.map((name) => (name === from ? to : name)));
      const said = () => tell.done(t("portfolio-folder-renamed", { folder: to }));
      moving.mutate({ ids, folder: to }, { onSuccess: said });
    },
    /** Takes the maps out of a folder, which ends it. */
    dissolve: (name: string) => {
      const ids = maps.filter((map) => map.folder === name).map((map) => map.id);
      setEmpty((before) => before.filter((one) => one !== name));
      const back = () => moving.mutate({ ids, folder: name });
      const said = () =>
        tell.done(t("portfolio-folder-dissolved", { folder: name }), {
          label: t("portfolio-undo"),
          run: back,
        });
      moving.mutate({ ids, folder: null }, { onSuccess: said });
    },
  };
}
