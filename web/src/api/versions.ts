import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { bodyOf, client } from "./client";

const key = (id: string) => ["maps", id, "versions"];
const at = (id: string) => ({ path: { id } });

/** A state of a map: the number of a version, or the map as it is at this moment. */
export type State = number | "live";

/** The history of a map, the latest version first. */
export function useVersions(id: string) {
  return useQuery({
    queryKey: key(id),
    queryFn: () => bodyOf(client.GET("/api/v1/maps/{id}/versions", { params: at(id) })),
    refetchInterval: 60_000,
  });
}

export function useVersion(id: string, n: number) {
  return useQuery({
    queryKey: [...key(id), n],
    queryFn: () => bodyOf(client.GET("/api/v1/maps/{id}/versions/{n}", { params: { path: { id, n } } })),
  });
}

/** Keeps the map as it is at this moment under a name. */
export function useKeepVersion(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (version: { title: string; reason: string | null }) =>
      bodyOf(client.POST("/api/v1/maps/{id}/versions", { params: at(id), body: version })),
    onSuccess: () => queries.invalidateQueries({ queryKey: key(id) }),
  });
}

export function useRestoreVersion(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (n: number) =>
      bodyOf(client.POST("/api/v1/maps/{id}/versions/{n}/restore", { params: { path: { id, n } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: key(id) }),
  });
}

/** What lies between two states. Compared with the live map it is asked for anew each time. */
export function useComparison(id: string, from: State, to: State) {
  return useQuery({
    queryKey: ["maps", id, "comparison", from, to],
    queryFn: () => {
      const query = { from: String(from), to: String(to) };
      return bodyOf(client.GET("/api/v1/maps/{id}/compare", { params: { ...at(id), query } }));
    },
    staleTime: 0,
  });
}
