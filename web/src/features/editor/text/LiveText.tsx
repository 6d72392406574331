import { memo, useSyncExternalStore } from "react";
import { words } from "@/app/i18n";
import type { Key, Text } from "@/document/types";
import { chunk } from "@/ui/chunk";
import { tell } from "@/ui/tell";
import { useEditor } from "../state/context";
import { Markdown } from "./Markdown";
import classes from "./text.module.css";

// The editor of texts is needed only once somebody writes. Without it the text stays, and keeps what is typed.
const TextEditor = chunk(
  () => import("./TextEditor"),
  TextAsItIs,
  () => tell.problem(words("editor-text-missing")),
);
export const fetchTextEditor = TextEditor.fetch;

interface Props {
  readonly record: Key;
  readonly field: string;
  readonly text: Text | undefined;
  /** What the text is, for who cannot see where it stands. */
  readonly label: string;
  readonly placeholder?: string;
  /** Where the same text is on the page twice, as in the panel, this tells the places apart. */
  readonly where?: "panel";
}

/** A text of the map: shown with its emphasis, and written in place. */
export const LiveText = memo(function LiveText({ record, field, text, label, placeholder, where }: Props) {
  const { store, read, language, own } = useEditor();
  const name = where ? `${where}:${field}` : field;
  const isEditing = useSyncExternalStore(store.subscribe, () => {
    const editing = store.state.editing;
    return editing !== null && editing.record === record && editing.field === name;
  });
  const shown = read(text);
  if (isEditing) {
    return (
      <TextEditor record={record} field={field} label={label} placeholder={placeholder ?? ""} shown={shown} />
    );
  }
  // A text that is not there in the reader's language is marked with the one it is in, so that it is read aloud well.
  const spoken = text && language in text ? language : own;
  return (
    <span className={classes.text} lang={spoken} dir="auto" data-empty={shown === "" || undefined}>
      {shown === "" ? (placeholder ?? "") : <Markdown text={shown} />}
    </span>
  );
});

function TextAsItIs({ shown }: { shown: string }) {
  return <span className={classes.text}>{shown}</span>;
}
