import { MutationCache, QueryClient } from "@tanstack/react-query";
import { words } from "@/app/i18n";
import { tell } from "@/ui/tell";
import { Problem, problemWords } from "./problem";

declare module "@tanstack/react-query" {
  interface Register {
    /** `quiet` leaves the telling of a failure to whoever started the change. */
    mutationMeta: { quiet?: boolean };
  }
}

const TRIES = 2;

/** What the page has asked of the server; one for the page, a fresh one for each test. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) => failures < TRIES && mayPass(error),
      },
    },
    mutationCache: new MutationCache({
      onError: (error, _variables, _context, mutation) => {
        if (!mutation.meta?.quiet) {
          tell.problem(problemWords(words, error));
        }
      },
    }),
  });
}

/** Whether asking again may help: the server was away or troubled, rather than unwilling. */
function mayPass(error: unknown): boolean {
  return !(error instanceof Problem) || error.status === 0 || error.status >= 500;
}
