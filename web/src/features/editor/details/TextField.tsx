import { useEffect, useId, useRef, useSyncExternalStore } from "react";
import { useWords } from "@/app/i18n";
import type { Key, Text } from "@/document/types";

import { useEditor } from "../state/context";
import { LiveText } from "../text/LiveText";
import classes from "./details.module.css";

interface Props {
  readonly record: Key;
  readonly field: string;
  readonly text: Text | undefined;
  readonly label: string;
  /** Where the place on the panel says it already: only those who listen are told. */
  readonly hasHiddenLabel?: boolean;
}

/** A text of the chosen thing, written in the panel together with everybody else. */
export function TextField({ record, field, text, label, hasHiddenLabel = false }: Props) {
  const { store, canEdit } = useEditor();
  const t = useWords();
  const labelId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const wasWriting = useRef(false);
  const isWriting = useSyncExternalStore(store.subscribe, () => {
    const { editing } = store.state;
    return editing?.record === record && editing.field === `panel:${field}`;
  });
  useEffect(() => {
    if (wasWriting.current && !isWriting && document.activeElement === document.body) button.current?.focus();
    wasWriting.current = isWriting;
  }, [isWriting]);
  const shown = (
    <LiveText
      record={record}
      field={field}
      text={text}
      label={label}
      placeholder={t("editor-field-empty")}
      where="panel"
    />
  );
  return (
    <div className={classes.field}>
      <span id={labelId} className={classes.label} data-hidden={hasHiddenLabel || undefined}>
        {label}
      </span>
      {isWriting || !canEdit ? (
        <div className={classes.box} data-writing={isWriting || undefined}>
          {shown}
        </div>
      ) : (
        <button
          ref={button}
          type="button"
          className={classes.box}
          aria-describedby={labelId}
          onClick={() => store.edit(record, `panel:${field}`)}
        >
          {shown}
        </button>
      )}
    </div>
  );
}
