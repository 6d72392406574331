import { Alert, Button, Group, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { IconArrowsDiff, IconBookmark } from "@tabler/icons-react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { problemWords } from "@/api/problem";
import { type State, useKeepVersion, useVersions } from "@/api/versions";
import { useWords } from "@/app/i18n";
import { useEditor } from "@/features/editor/state/context";
import { chunk, Nothing } from "@/ui/chunk";
import { tell } from "@/ui/tell";
import { Waiting } from "@/ui/Waiting";
import classes from "./history.module.css";
import { VersionRow } from "./VersionRow";

const ComparisonDialog = chunk(() => import("./ComparisonDialog"), Nothing);
const VersionDialog = chunk(() => import("./VersionDialog"), Nothing);

type Opened = { what: "version"; n: number } | { what: "comparison"; from: State; to: State };

/** The map's history: keep a version, look at one, compare any two, go back to one. */
export default function HistoryPanel() {
  const t = useWords();
  const { id, canEdit } = useEditor();
  const { data: versions, error } = useVersions(id);
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  return (
    <Stack gap="lg">
      {canEdit && <KeepVersion map={id} />}
      {error && <Alert color="vermilion">{problemWords(t, error)}</Alert>}
      {!versions && !error && <Waiting height="6rem" />}
      {versions?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("history-none")}
        </Text>
      )}
      {versions && versions.length > 1 && (
        <Button
          variant="default"
          leftSection={<IconArrowsDiff size={18} aria-hidden />}
          onClick={() => setOpened({ what: "comparison", from: versions.at(-1)?.n ?? 1, to: "live" })}
        >
          {t("history-compare-any")}
        </Button>
      )}
      <ol className={classes.versions}>
        {versions?.map((version) => (
          <VersionRow
            key={version.n}
            version={version}
            onView={() => setOpened({ what: "version", n: version.n })}
            onCompare={() => setOpened({ what: "comparison", from: version.n, to: "live" })}
          />
        ))}
      </ol>
      {opened?.what === "version" && <VersionDialog n={opened.n} onClose={close} />}
      {opened?.what === "comparison" && (
        <ComparisonDialog from={opened.from} to={opened.to} versions={versions ?? []} onClose={close} />
      )}
    </Stack>
  );
}

function KeepVersion({ map }: { map: string }) {
  const t = useWords();
  const keeping = useKeepVersion(map);
  const [isOpen, setOpen] = useState(false);
  const [title, setTitle] = useState("");
  const [reason, setReason] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isOpen) field.current?.focus();
  }, [isOpen]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const said = reason.trim() === "" ? null : reason.trim();
    keeping.mutate(
      { title: title.trim(), reason: said },
      {
        onSuccess: () => {
          tell.done(t("history-kept", { title: title.trim() }));
          setOpen(false);
          setTitle("");
          setReason("");
        },
      },
    );
  };
  if (!isOpen) {
    return (
      <Button leftSection={<IconBookmark size={18} aria-hidden />} onClick={() => setOpen(true)}>
        {t("history-keep")}
      </Button>
    );
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <TextInput
          label={t("history-title")}
          placeholder={t("history-title-example")}
          maxLength={200}
          value={title}
          ref={field}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Textarea
          label={t("history-reason")}
          autosize
          minRows={2}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => setOpen(false)}>
            {t("app-cancel")}
          </Button>
          <Button type="submit" loading={keeping.isPending} disabled={title.trim() === ""}>
            {t("history-keep")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
