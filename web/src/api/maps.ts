import { type QueryClient, queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { slugOf } from "@/document/ids";
import { bodyOf, client } from "./client";
import type { JourneyMap, MapStatus } from "./types";

const KEY = ["maps"];
/** Maps are written as JSON or YAML; the page reads JSON. */
const JSON_ONLY = { Accept: "application/json" };
const at = (id: string) => ({ params: { path: { id } } });

const kept = queryOptions({
  queryKey: [...KEY, "kept"],
  queryFn: () => bodyOf(client.GET("/api/v1/maps")),
});

/** All maps that are not deleted. Others change them too, so the list is asked for anew now and then. */
export function useMaps() {
  return useQuery({ ...kept, refetchInterval: 30_000 });
}

/** The same list for a screen that is about something else: as it was a while ago, and only for who may have it. */
export function useOtherMaps(isOwner: boolean) {
  return useQuery({ ...kept, staleTime: 300_000, enabled: isOwner });
}

/** The maps that are deleted and can still be brought back, the last one first. */
export function useDeletedMaps(enabled: boolean) {
  return useQuery({
    queryKey: [...KEY, "deleted"],
    queryFn: () => bodyOf(client.GET("/api/v1/maps", { params: { query: { deleted: true } } })),
    select: (maps) =>
      maps
        .filter((map) => map.deleted_at !== null)
        .sort((a, b) => (b.deleted_at ?? "").localeCompare(a.deleted_at ?? "")),
    enabled,
  });
}

export const useDeleteMap = () => useChange((id: string) => client.DELETE("/api/v1/maps/{id}", at(id)));

export const useUndeleteMap = () =>
  useChange((id: string) => client.POST("/api/v1/maps/{id}/undelete", at(id)));

export const useDuplicateMap = () =>
  useChange(({ id, title }: { id: string; title: string }) =>
    bodyOf(client.POST("/api/v1/maps/{id}/duplicate", { ...at(id), body: { title } })),
  );

/** Files maps in a folder, or in none. */
export const useMoveMaps = () =>
  useChange(({ ids, folder }: { ids: string[]; folder: string | null }) =>
    Promise.all(ids.map((id) => client.PATCH("/api/v1/maps/{id}", { ...at(id), body: { folder } }))),
  );

/** Sets a map's status from outside of the editor: what others write meanwhile is kept. */
export const useSetStatus = () =>
  useChange(async ({ id, status }: { id: string; status: MapStatus }) => {
    const { data, response } = await client.GET("/api/v1/maps/{id}", { ...at(id), headers: JSON_ONLY });
    const state = response.headers.get("ETag") ?? "*";
    await client.PUT("/api/v1/maps/{id}", {
      params: { path: { id }, header: { "If-Match": state } },
      body: { ...(data as JourneyMap), status },
    });
  });

/** Where a new map's content comes from. */
export type MapSource =
  | { template: string; language: string; title: string }
  | { yaml: string }
  | { json: string }
  | { map: JourneyMap };

/** Makes a map; quiet, as whoever makes it shows what is wrong with its source. */
export const useCreateMap = () =>
  useChange(
    ({ source, folder }: { source: MapSource; folder: string | null }) => createMap(source, folder),
    true,
  );

async function createMap(source: MapSource, folder: string | null): Promise<JourneyMap> {
  if ("template" in source) {
    const { template, language, title } = source;
    const map = await readTemplate(template, language);
    return createMap({ map: { ...map, id: slugOf(title) ?? template, title, language } }, folder);
  }
  const query = folder === null ? {} : { folder };
  const isYaml = "yaml" in source;
  const text = isYaml ? source.yaml : "json" in source ? source.json : JSON.stringify(source.map);
  const { data } = await client.POST("/api/v1/maps", {
    params: { query },
    body: text,
    bodySerializer: () => text,
    headers: { ...JSON_ONLY, "Content-Type": isYaml ? "application/yaml" : "application/json" },
  });
  return data as JourneyMap;
}

export const templates = {
  list: () => ({
    queryKey: ["templates"],
    queryFn: () => bodyOf(client.GET("/api/v1/templates")),
    staleTime: Number.POSITIVE_INFINITY,
  }),
  one: (name: string, language: string) => ({
    queryKey: ["templates", name, language],
    queryFn: () => readTemplate(name, language),
    staleTime: Number.POSITIVE_INFINITY,
  }),
};

async function readTemplate(name: string, language: string): Promise<JourneyMap> {
  const params = { path: { name }, query: { language } };
  const { data } = await client.GET("/api/v1/templates/{name}", { params, headers: JSON_ONLY });
  return data as JourneyMap;
}

function useChange<Input, Output>(change: (input: Input) => Promise<Output>, quiet = false) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    meta: { quiet },
    onSettled: () => refreshMaps(queries),
  });
}

export function refreshMaps(queries: QueryClient) {
  return queries.invalidateQueries({ queryKey: KEY });
}
