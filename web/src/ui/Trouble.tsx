import { Button, Code, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { Standing } from "./Standing";

interface Props {
  title: string;
  advice: string;
  /** The technical side, for whoever has to mend it. */
  detail?: string | undefined;
  action?: { label: string; run: () => void };
  children?: ReactNode;
}

/** A screen of its own for what keeps the page from going on: what happened, what to do, one way out. */
export function Trouble({ title, advice, detail, action, children }: Props) {
  return (
    <Standing>
      <Title order={1} size="h2">
        {title}
      </Title>
      <Text c="dimmed">{advice}</Text>
      {children}
      {detail && (
        <Code block style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
          {detail}
        </Code>
      )}
      {action && (
        <Button onClick={action.run} style={{ alignSelf: "start" }}>
          {action.label}
        </Button>
      )}
    </Standing>
  );
}
