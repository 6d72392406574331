import createClient, { type Middleware } from "openapi-fetch";
import { Problem } from "./problem";
import type { paths } from "./schema.gen";

const problems: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) {
      throw await Problem.of(response);
    }
  },
  onError() {
    return new Problem(0);
  },
};

/** The server's routes, typed by its OpenAPI description. An answer that is no success is thrown as a `Problem`. */
export const client = createClient<paths>({
  // Looked up at each call, so that tests can stand in for the network.
  fetch: (request) => globalThis.fetch(request),
  baseUrl: globalThis.location?.origin ?? "",
});
client.use(problems);

/** The body of an answer; a `Problem` has been thrown where there is none. */
export async function bodyOf<Body>(answer: Promise<{ data?: Body }>): Promise<Body> {
  const { data } = await answer;
  return data as Body;
}
