import { memo, useSyncExternalStore } from "react";
import { useWords } from "@/app/i18n";
import type { Text } from "@/document/types";

import { useEditor } from "../state/context";
import { LiveText } from "../text/LiveText";
import classes from "./top.module.css";

/** Title of the map, written in place. */
export const MapTitle = memo(function MapTitle({ title }: { title: Text }) {
  const { store, canEdit } = useEditor();
  const t = useWords();
  const isWriting = useSyncExternalStore(store.subscribe, () => store.state.editing?.record === "head");
  const text = (
    <LiveText
      record="head"
      field="title"
      text={title}
      label={t("editor-label-title")}
      placeholder={t("editor-untitled-map")}
    />
  );
  if (isWriting) return <div className={`${classes.title} ${classes.writing}`}>{text}</div>;
  const lines = <span className={classes.lines}>{text}</span>;
  // A button has no headings in it for screen readers: the heading holds the button.
  return (
    <h1 className={classes.heading}>
      {canEdit ? (
        <button
          type="button"
          className={classes.title}
          title={t("editor-rename-map")}
          onClick={() => store.edit("head", "title")}
        >
          {lines}
        </button>
      ) : (
        <span className={classes.title}>{lines}</span>
      )}
    </h1>
  );
});
