import "./app/styles";
import { createRoot } from "react-dom/client";
import { createQueryClient } from "./api/query";
import { session } from "./api/session";
import { App } from "./app/App";
import { fetchScreen } from "./app/screens";

const root = document.getElementById("root");
if (!root) {
  throw new Error("index.html has an element with the id root");
}
// Everything the first screen needs is asked for at once.
const queries = createQueryClient();
void queries.prefetchQuery(session);
fetchScreen(location.pathname).then(() => createRoot(root).render(<App queries={queries} />));
