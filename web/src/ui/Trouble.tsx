import { Button, Code, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { Mark } from "./Mark";

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
    <Stack component="main" maw="32rem" mx="auto" mih="100dvh" justify="center" p="xl" gap="md">
      <Mark size={44} />
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
    </Stack>
  );
}
