import { memo } from "react";
import { useWords } from "@/app/i18n";
import { plainText } from "@/document/markdown";
import classes from "./top.module.css";

/** Seen on paper only, in place of the bar: what map this is, and that a poster of it is to be had. */
export const PrintNote = memo(function PrintNote({ title }: { readonly title: string }) {
  const t = useWords();
  return (
    <p className={classes.printed}>
      <b>{plainText(title)}</b> {t("editor-print-note")}
    </p>
  );
});
