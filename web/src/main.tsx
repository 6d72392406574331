import "./app/styles";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { speakPreferred } from "./app/i18n";

const root = document.getElementById("root");
if (!root) {
  throw new Error("index.html has an element with the id root");
}
speakPreferred().then(() => createRoot(root).render(<App />));
