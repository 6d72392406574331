import type { Words } from "@/app/i18n";
import type { ActionContext } from "@/document/actions/action";
import { canCopy } from "@/document/clipboard/payload";
import type { Editor } from "../state/context";
import type { ClipboardWays } from "../state/useClipboard";
import type { Command } from "./command";

/** Cut, copy and paste for menus and the palette. Their keys are the browser's own: it tells the page what it copied. */
export function clipboardCommands(
  ways: ClipboardWays,
  { selection }: ActionContext,
  { canEdit }: Editor,
  t: Words,
): Command[] {
  const hasSome = canCopy(selection);
  const command = (name: keyof ClipboardWays, icon: string, told: string, isEnabled: boolean): Command => ({
    id: `clipboard-${name}`,
    group: "common",
    label: t(`editor-clipboard-${name}`),
    icon,
    keys: [],
    told,
    isEnabled,
    isInMenu: true,
    run: () => void ways[name](),
  });
  const copy = command("copy", "IconCopy", "mod+C", hasSome);
  if (!canEdit) return [copy];
  return [
    command("cut", "IconScissors", "mod+X", hasSome),
    copy,
    command("paste", "IconClipboard", "mod+V", true),
  ];
}
