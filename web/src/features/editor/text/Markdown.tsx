import { Fragment, memo, type ReactNode } from "react";
import { readMarkdown, type Token } from "@/document/markdown";

import classes from "./text.module.css";

/** A text with its emphasis and links shown; line breaks are kept. */
export const Markdown = memo(function Markdown({ text }: { text: string }) {
  return <>{shown(readMarkdown(text))}</>;
});

function shown(tokens: readonly Token[]): ReactNode {
  return tokens.map((token, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: runs of a text have no identity but their order.
    <Fragment key={`${index}${token.kind}`}>{run(token)}</Fragment>
  ));
}

function run(token: Token): ReactNode {
  switch (token.kind) {
    case "text":
      return token.text;
    case "strong":
      return <strong>{shown(token.children)}</strong>;
    case "emphasis":
      return <em>{shown(token.children)}</em>;
    case "link":
      return (
        <a
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
}
