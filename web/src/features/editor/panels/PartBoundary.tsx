import { Button, Group, Stack, Text } from "@mantine/core";
import { Component, type ReactNode } from "react";
import { useWords } from "@/app/i18n";
import { isMissingFile } from "@/ui/chunk";

interface State {
  error: Error | null;
}

/** Keeps what breaks in a panel, or cannot be fetched, inside of the panel: the map beside it stays. */
export class PartBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return <Broken error={error} onRetry={() => this.setState({ error: null })} />;
  }
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
