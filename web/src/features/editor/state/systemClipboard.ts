import type { OwnFlavours } from "@/document/clipboard/clipboard";
import { isPicture } from "./images";

/** The format of our own; browsers that keep such formats take only names that begin so. */
const OWN = "web application/x-kelias+json";

/** What was on the clipboard. */
export interface Taken {
  readonly flavours: OwnFlavours;
  readonly files: readonly File[];
}

/** Puts flavours on the clipboard of the system; false where the browser leaves that to the keyboard. */
export async function putOnClipboard({ html, text, own }: Required<OwnFlavours>): Promise<boolean> {
  if (!navigator.clipboard?.write || typeof ClipboardItem === "undefined") return false;
  const blob = (type: string, content: string) => new Blob([content], { type });
  const usual = { "text/html": blob("text/html", html), "text/plain": blob("text/plain", text) };
  const isOwnKept = ClipboardItem.supports?.(OWN) ?? false;
  const kept = isOwnKept ? { ...usual, [OWN]: blob("application/x-kelias+json", own) } : usual;
  return navigator.clipboard.write([new ClipboardItem(kept)]).then(
    () => true,
    () => false,
  );
}

/** Takes what is on the clipboard of the system; nothing where the browser or the person does not allow it. */
export async function takeFromClipboard(): Promise<Taken | undefined> {
  if (!navigator.clipboard?.read) return undefined;
  try {
    const items = await navigator.clipboard.read();
    const textOf = async (type: string) => {
      const item = items.find((one) => one.types.includes(type));
      return item ? await (await item.getType(type)).text() : "";
    };
    const flavours = {
      html: await textOf("text/html"),
      text: await textOf("text/plain"),
      own: await textOf(OWN),
    };
    return { flavours, files: await picturesIn(items) };
  } catch {
    // Refused, or gone from the clipboard in the meantime: the keyboard is the other way.
    return undefined;
  }
}

async function picturesIn(items: ClipboardItems): Promise<File[]> {
  const found = items.flatMap((item) => {
    const type = item.types.find((one) => isPicture(new Blob([], { type: one })));
    return type === undefined
      ? []
      : [item.getType(type).then((blob) => new File([blob], "picture", { type }))];
  });
  return Promise.all(found);
}
