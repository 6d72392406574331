import { navigate } from "wouter/use-browser-location";
import type { Words } from "@/app/i18n";
import type { ActionContext } from "@/document/actions/action";
import { cardsOf } from "@/document/edits/cards";
import { lookup } from "@/document/lookup";
import { plainText, readMarkdown, type Token } from "@/document/markdown";
import type { Stage, Step, Text } from "@/document/types";
import type { Editor } from "../state/context";
import type { Command } from "./command";

/** Links of what one stands on, for who cannot click them: the map of a stage, and those written in its texts. The first
 * has the shortcut. */
export function linkCommands(context: ActionContext, editor: Editor, t: Words): Command[] {
  const links = new Map<string, Pick<Command, "label" | "icon" | "run">>();
  const stage = lookup(context.snapshot).stages.get(editor.store.state.active.place ?? "");
  if (stage?.map !== undefined) {
    const href = `/maps/${stage.map}`;
    const label = t("editor-open-sub-map", { stage: plainText(editor.read(stage.title)) });
    links.set(href, { label, icon: "IconMap2", run: () => navigate(href) });
  }
  for (const text of textsIn(context, editor)) {
    for (const { href, name } of linksIn(readMarkdown(editor.read(text)))) {
      if (links.has(href)) continue;
      const label = t("editor-open-link", { link: name });
      links.set(href, { label, icon: "IconExternalLink", run: () => open(href) });
    }
  }
  return [...links].map(([href, link], number) => ({
    ...link,
    id: `link-${href}`,
    group: "link",
    keys: number === 0 ? ["alt+O"] : [],
    isEnabled: true,
    isInMenu: true,
  }));
}

function open(href: string): void {
  window.open(href, "_blank", "noopener,noreferrer");
}

/** The texts that are seen where one stands: of the card, or of all that stands in the cell. */
function textsIn({ snapshot, selection }: ActionContext, { store }: Editor): readonly (Text | undefined)[] {
  const known = lookup(snapshot);
  const { row, place } = store.state.active;
  const [record] = selection.records;
  switch (record?.table) {
    case "items":
      return [known.items.get(record.key)?.item.text];
    case "touchpoints":
      return [known.touchpoints.get(record.key)?.touchpoint.title];
    case "barriers":
      return [known.barriers.get(record.key)?.barrier.text];
    case "ideas":
      return [known.ideas.get(record.key)?.idea.text];
    case "lanes":
      return [known.lanes.get(record.key)?.title];
  }
  const here = known.places.get(place ?? "");
  return (
    (here && textOfRow(row, here)) ??
    (selection.anchor ? cardsOf(snapshot, selection.anchor).map(textOf) : [])
  );
}

/** What the rows that are no lanes show of a stage or step. */
function textOfRow(row: string, place: Stage | Step): readonly (Text | undefined)[] | undefined {
  switch (row) {
    case "stages":
    case "steps":
      return [place.title];
    case "goals":
      return "goal" in place ? [place.goal] : [];
    case "success":
      return "success" in place ? [place.success] : [];
    default:
      return undefined;
  }
}

function textOf(card: ReturnType<typeof cardsOf>[number]): Text {
  return card.table === "touchpoints" ? card.record.title : card.record.text;
}

function linksIn(tokens: readonly Token[]): { href: string; name: string }[] {
  const said = (token: Token): string =>
    token.kind === "text" ? token.text : token.children.map(said).join("");
  return tokens.flatMap((token) => {
    if (token.kind === "text") return [];
    return token.kind === "link" ? [{ href: token.href, name: said(token) }] : linksIn(token.children);
  });
}
