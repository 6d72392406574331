import { type ComponentProps, memo, useSyncExternalStore } from "react";
import { useWords } from "@/app/i18n";
import { plainText } from "@/document/markdown";
import type { Key, Text } from "@/document/types";
import { chunk } from "@/ui/chunk";
import { useEditor } from "../state/context";
import { Markdown } from "./Markdown";
import classes from "./text.module.css";

// The editor of texts is needed only once somebody writes. Without it the text stays, and keeps what is typed.
const TextEditor = chunk(() => import("./TextEditor"), TextAsItIs, TextWhileMissing);
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
    const isTranslated = text === undefined || Boolean(text[language]) || language === own;
    const writing = { record, field, label, placeholder: placeholder ?? "", shown };
    return <Writing {...writing} isTranslated={isTranslated} />;
  }
  // A text that is not there in the reader's language is marked with the one it is in, so that it is read aloud well.
  const spoken = text && language in text ? language : own;
  return (
    <span className={classes.text} lang={spoken} dir="auto" data-empty={shown === "" || undefined}>
      {shown === "" ? (placeholder ?? "") : <Markdown text={shown} />}
    </span>
  );
});

interface WritingProps extends ComponentProps<typeof TextEditor> {
  readonly isTranslated: boolean;
}

/** A text under edit. While it is not there in the reader's language, what is to be translated stays in sight. */
function Writing({ isTranslated, ...props }: WritingProps) {
  const t = useWords();
  const original = plainText(props.shown);
  const placeholder = isTranslated ? props.placeholder : t("editor-translating", { text: original });
  return <TextEditor {...props} placeholder={placeholder} />;
}

function TextAsItIs({ shown }: { shown: string }) {
  return <span className={classes.text}>{shown}</span>;
}

function TextWhileMissing({ shown }: { shown: string }) {
  const t = useWords();
  return (
    <>
      <TextAsItIs shown={shown} />
      <span role="alert" className={classes.missing}>
        {t("editor-text-missing")}
      </span>
    </>
  );
}
