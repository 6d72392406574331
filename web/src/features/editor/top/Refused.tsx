import { Alert, Button, Group, Text } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useLocation } from "wouter";
import { useCreateMap } from "@/api/maps";
import { problemWords } from "@/api/problem";
import type { JourneyMap } from "@/api/types";
import { useWords } from "@/app/i18n";
import type { ConnectionState } from "@/collab/state";
import { mapFile } from "@/document/map-file";
import { tell } from "@/ui/tell";
import { useEditor } from "../state/context";

interface Props {
  readonly state: Extract<ConnectionState, { kind: "refused" }>;
  readonly isOwner: boolean;
  readonly reconnect: () => void;
}

/** Why the server takes no more edits, and the ways out: to try again, or to take along what stands here. */
export function Refused({ state, isOwner, reconnect }: Props) {
  const { id, document } = useEditor();
  const t = useWords();
  const [, navigate] = useLocation();
  const creating = useCreateMap();
  const written = () => mapFile(document.snapshot, id) as unknown as JourneyMap;
  const save = () =>
    creating.mutate(
      { source: { map: written() }, folder: null },
      {
        onSuccess: (made) => {
          tell.done(t("editor-refused-saved"));
          navigate(`/maps/${made.id}`);
        },
        onError: (error) => tell.problem(problemWords(t, error)),
      },
    );
  return (
    <Alert
      role="alert"
      color="vermilion"
      radius={0}
      title={t("editor-save-refused")}
      icon={<IconLock aria-hidden />}
    >
      <Text size="sm">
        {t(`editor-refused-${state.reason}`)}
        {state.unsent > 0 && ` ${t("editor-refused-unsent", { count: state.unsent })}`}
      </Text>
      <Group gap="xs" mt="xs">
        <Button size="compact-sm" onClick={reconnect}>
          {t("app-try-again")}
        </Button>
        {/* Who is signed out can make no map either. */}
        {isOwner && state.reason !== "signed-out" && (
          <Button size="compact-sm" variant="default" loading={creating.isPending} onClick={save}>
            {t("editor-refused-save")}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => download(`${id}.journey.json`, JSON.stringify(written(), null, 2))}
        >
          {t("editor-refused-download")}
        </Button>
      </Group>
    </Alert>
  );
}

function download(name: string, text: string): void {
  const link = globalThis.document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = name;
  link.click();
  // Not before the browser has begun to write it down.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
