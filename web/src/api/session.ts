import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { bodyOf, client } from "./client";
import { Problem } from "./problem";
import type { Session } from "./types";

const KEY = ["session"];

/** Who is using the page; null: nobody who has signed in. */
export const session = queryOptions({
  queryKey: KEY,
  queryFn: async (): Promise<Session | null> => {
    try {
      return await bodyOf(client.GET("/api/v1/session"));
    } catch (error) {
      if (error instanceof Problem && error.status === 401) {
        return null;
      }
      throw error;
    }
  },
  staleTime: 60_000,
});

export const useSession = () => useQuery(session);

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => client.DELETE("/api/v1/session"),
    onSuccess: () => {
      queries.clear();
      queries.setQueryData(KEY, null);
    },
  });
}

/** Takes another name: what the others see and what histories say from now on. */
export function useRename() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => bodyOf(client.PATCH("/api/v1/session", { body: { name } })),
    onSuccess: (session) => queries.setQueryData(KEY, session),
  });
}

/** What a share link opens, before the guest has given a name. */
export function useGreeting(secret: string) {
  return useQuery({
    queryKey: ["links", secret],
    queryFn: () => bodyOf(client.GET("/api/v1/links/{secret}", { params: { path: { secret } } })),
  });
}

export function useEnterAsGuest() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (guest: { link: string; name: string }) =>
      bodyOf(client.POST("/api/v1/guests", { body: guest })),
    // Awaited, asked for or not: the map that was opened is to be found among those of the session.
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY, refetchType: "all" }),
  });
}
