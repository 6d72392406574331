import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { bodyOf, client } from "./client";

const key = (id: string) => ["maps", id, "links"];
const at = (id: string) => ({ path: { id } });

/** The share links of a map, without their secrets. */
export function useLinks(id: string) {
  return useQuery({
    queryKey: key(id),
    queryFn: () => bodyOf(client.GET("/api/v1/maps/{id}/links", { params: at(id) })),
  });
}

/** Makes a link; its address is answered this once and never again. */
export function useCreateLink(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (link: { can_edit: boolean; expires_at: string | null }) =>
      bodyOf(client.POST("/api/v1/maps/{id}/links", { params: at(id), body: link })),
    onSuccess: () => queries.invalidateQueries({ queryKey: key(id) }),
  });
}

export function useRevokeLink(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (link: string) =>
      client.DELETE("/api/v1/maps/{id}/links/{link}", { params: { path: { id, link } } }),
    onSettled: () => queries.invalidateQueries({ queryKey: key(id) }),
  });
}
