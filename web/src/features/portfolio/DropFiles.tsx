import { IconFileImport } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useWords } from "@/app/i18n";
import classes from "./page.module.css";

/** Takes files that are dropped anywhere on the page. */
export function DropFiles({ onFiles }: { onFiles: (files: File[]) => void }) {
  const t = useWords();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const hover = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes("Files")) {
        event.preventDefault();
        setOver(true);
      }
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) {
        setOver(false);
      }
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) {
        event.preventDefault();
        onFiles(files);
      }
    };
    window.addEventListener("dragover", hover);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", hover);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
    };
  }, [onFiles]);
  if (!over) {
    return null;
  }
  return (
    <div className={classes.drop}>
      <IconFileImport size={40} stroke={1.5} aria-hidden />
      {t("portfolio-drop")}
    </div>
  );
}
