import { Badge } from "@mantine/core";
import type { Diagnostic } from "@/api/types";
import { useWords } from "@/app/i18n";
import classes from "./diagnostics.module.css";

interface Props {
  diagnostics: readonly Diagnostic[];
  /** The file's text where it is at hand, to show the line each speaks of. */
  source?: string | undefined;
}

/** What is wrong with a map file, each problem where it stands. */
export function Diagnostics({ diagnostics, source }: Props) {
  const t = useWords();
  const lines = source?.split(/\r\n|\n|\r/);
  return (
    <ol className={classes.diagnostics}>
      {diagnostics.map((one) => (
        <li key={`${one.line}:${one.column}:${one.code}:${one.message}`}>
          <div className={classes.where}>
            <Badge size="sm" variant="light" color={one.severity === "error" ? "vermilion" : "orange"}>
              {t(`portfolio-diagnostic-${one.severity}`)}
            </Badge>
            <span>{t("portfolio-diagnostic-place", { line: one.line, column: one.column })}</span>
          </div>
          <p lang="en">{one.message}</p>
          {one.suggestion && <p>{t("portfolio-diagnostic-meant", { word: one.suggestion })}</p>}
          <Excerpt line={lines?.[one.line - 1]} column={one.column} />
        </li>
      ))}
    </ol>
  );
}

const LONGEST = 160;

/** The line of the file, with a mark under the place. */
function Excerpt({ line, column }: { line: string | undefined; column: number }) {
  if (line === undefined || line.trim() === "" || column > LONGEST) {
    return null;
  }
  return (
    <pre className={classes.excerpt}>
      {line.slice(0, LONGEST)}
      {"\n"}
      <b aria-hidden="true">{`${" ".repeat(Math.max(0, column - 1))}^`}</b>
    </pre>
  );
}
