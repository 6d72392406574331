import { Button, Group, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useWords } from "@/app/i18n";
import { Boundary } from "@/ui/Boundary";
import { isMissingFile } from "@/ui/chunk";

/** Keeps what breaks in a panel, or cannot be fetched, inside of the panel: the map beside it stays. */
export function PartBoundary({ children }: { children: ReactNode }) {
  return <Boundary broken={(error, retry) => <Broken error={error} onRetry={retry} />}>{children}</Boundary>;
}

function Broken({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const t = useWords();
  const isMissing = isMissingFile(error);
  return (
    <Stack gap="sm" role="alert">
      <Text size="sm">{t(isMissing ? "editor-part-missing" : "editor-part-broken")}</Text>
      {!isMissing && (
        <Text size="xs" c="dimmed" ff="monospace">
          {error.message}
        </Text>
      )}
      <Group gap="xs">
        <Button size="compact-sm" onClick={onRetry}>
          {t("app-try-again")}
        </Button>
        {/* Some browsers do not ask again for a file that could not be fetched once. */}
        <Button size="compact-sm" variant="default" onClick={() => window.location.reload()}>
          {t("app-broken-reload")}
        </Button>
      </Group>
    </Stack>
  );
}
