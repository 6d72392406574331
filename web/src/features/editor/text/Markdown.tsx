import { Fragment, memo, type ReactNode } from "react";

import { type Inline, inlines } from "./markdown";
import classes from "./text.module.css";

/** A text with its emphasis and links shown; line breaks are kept. */
export const Markdown = memo(function Markdown({ text }: { text: string }) {
  return <>{shown(inlines(text))}</>;
});

function shown(runs: readonly Inline[]): ReactNode {
  return runs.map((run, index) => {
    // Runs have no identity of their own: their order is what they are.
    const key = `${index}${run.kind}`;
    switch (run.kind) {
      case "text":
        return <Fragment key={key}>{run.text}</Fragment>;
      case "code":
        return (
          <code key={key} className={classes.code}>
            {run.text}
          </code>
        );
      case "strong":
        return <strong key={key}>{shown(run.inside)}</strong>;
      case "em":
        return <em key={key}>{shown(run.inside)}</em>;
      case "link":
        return (
          <a
            key={key}
            className={classes.link}
            href={run.href}
            target="_blank"
            rel="noreferrer noopener"
            tabIndex={-1}
            onClick={(event) => event.stopPropagation()}
          >
            {shown(run.inside)}
          </a>
        );
    }
  });
}
