import { vi } from "vitest";

/** A request as the page made it. */
export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Headers;
  body: string;
}

type Answer = { status?: number; body?: unknown; headers?: Record<string, string> };
type Route = (asked: Asked, match: RegExpMatchArray) => Answer;

/** Answers the page's requests by `METHOD /path` patterns in the place of the server, and remembers what was asked. */
export function serve(routes: Record<string, Route>): Asked[] {
  const log: Asked[] = [];
  vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    const request = new Request(input, init);
    const { pathname: path, searchParams: query } = new URL(request.url);
    const asked = {
      method: request.method,
      path,
      query,
      headers: request.headers,
      body: await request.text(),
    };
    log.push(asked);
    for (const [pattern, route] of Object.entries(routes)) {
      const match = `${asked.method} ${path}`.match(new RegExp(`^${pattern}$`));
      if (match) {
        return respond(route(asked, match));
      }
    }
    return respond({ status: 404, body: { title: "there is no such thing here", status: 404 } });
  });
  return log;
}

function respond({ status = 200, body, headers = {} }: Answer): Response {
  const type = status >= 400 ? "application/problem+json" : "application/json";
  return new Response(body === undefined ? null : JSON.stringify(body), {
    status,
    headers: { "Content-Type": type, ...headers },
  });
}
