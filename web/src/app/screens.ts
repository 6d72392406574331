import { canStore } from "@/collab/storage";
import { chunk } from "@/ui/chunk";
import { learn, speakPreferred } from "./i18n";

export const PortfolioPage = chunk(() => import("@/features/portfolio/PortfolioPage"));
export const EditorPage = chunk(async () => {
  const [page] = await Promise.all([import("@/features/editor/EditorPage"), learn("editor")]);
  return page;
});
export const GreetingPage = chunk(() => import("@/features/share/GreetingPage"));

/** Begins to fetch all that the screen at an address is made of; answers when its words are here, without which nothing can
 * be drawn. */
export function fetchScreen(path: string): Promise<void> {
  const isEditor = path.startsWith("/maps/");
  const screen = isEditor ? EditorPage : path.startsWith("/share/") ? GreetingPage : PortfolioPage;
  if (isEditor) void canStore();
  // A screen that cannot be fetched says so when it is drawn.
  screen.fetch().catch(() => undefined);
  return speakPreferred();
}
