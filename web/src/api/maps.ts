import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { slugOf } from "@/document/ids";
import { bodyOf, client } from "./client";
import type { JourneyMap, MapSummary } from "./types";

const KEY = ["maps"];
const at = (id: string) => ({ params: { path: { id } } });

/** All maps that are not deleted. Others change them too, so the list is asked for anew now and then. */
export function useMaps() {
  return useQuery({
    queryKey: [...KEY, "kept"],
    queryFn: () => bodyOf(client.GET("/api/v1/maps")),
    refetchInterval: 30_000,
  });
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
  useChange(async ({ id, status }: { id: string; status: MapSummary["status"] }) => {
    const json = { Accept: "application/json" };
    const { data: map, response } = await client.GET("/api/v1/maps/{id}", { ...at(id), headers: json });
    const state = response.headers.get("ETag") ?? "*";
    const header = { "If-Match": state };
    await client.PUT("/api/v1/maps/{id}", {
      params: { path: { id }, header },
      body: { ...map, status } as JourneyMap,
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
    const path = { path: { name: template }, query: { language } };
    const map = await bodyOf(client.GET("/api/v1/templates/{name}", { params: path }));
    return createMap({ map: { ...map, id: slugOf(title) ?? template, title, language } }, folder);
  }
  const query = folder === null ? {} : { folder };
  const isYaml = "yaml" in source;
  return bodyOf(
    client.POST("/api/v1/maps", {
      params: { query },
      body: isYaml ? source.yaml : "json" in source ? source.json : JSON.stringify(source.map),
      bodySerializer: (body: unknown) => String(body),
      headers: { "Content-Type": isYaml ? "application/yaml" : "application/json" },
    }),
  );
}

export const templates = {
  list: () => ({
    queryKey: ["templates"],
    queryFn: () => bodyOf(client.GET("/api/v1/templates")),
    staleTime: Number.POSITIVE_INFINITY,
  }),
  one: (name: string, language: string) => ({
    queryKey: ["templates", name, language],
    queryFn: () =>
      bodyOf(client.GET("/api/v1/templates/{name}", { params: { path: { name }, query: { language } } })),
    staleTime: Number.POSITIVE_INFINITY,
  }),
};

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
