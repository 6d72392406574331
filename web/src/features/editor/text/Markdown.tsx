import { Fragment, memo, type ReactNode } from "react";
import { readMarkdown, type Token } from "@/document/markdown";

import classes from "./text.module.css";

/** A text with its emphasis and links shown; line breaks are kept. */
export const Markdown = memo(function Markdown({ text }: { text: string }) {
  return <>{shown(readMarkdown(text))}</>;
});

function shown(tokens: readonly Token[]): ReactNode {
  return tokens.map((token, index) => {
    // Runs of a text have no identity of their own: their order is what they are.
    const key = `${index}${token.kind}`;
    switch (token.kind) {
      case "text":
        return <Fragment key={key}>{token.text}</Fragment>;
      case "strong":
        return <strong key={key}>{shown(token.children)}</strong>;
      case "emphasis":
        return <em key={key}>{shown(token.children)}</em>;
      case "link":
        return (
          <a
            key={key}
            className={classes.link}
            href={token.href}
            target="_blank"
            rel="noreferrer noopener"
            tabIndex={-1}
            onClick={(event) => event.stopPropagation()}
          >
            {shown(token.children)}
          </a>
        );
    }
  });
}
