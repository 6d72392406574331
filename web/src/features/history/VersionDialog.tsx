import { Alert, Button, Group, Modal, Text } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { problemWords } from "@/api/problem";
import { useRestoreVersion, useVersion } from "@/api/versions";
import { useLanguage, useWords } from "@/app/i18n";
import { useEditor } from "@/features/editor/state/context";
import { MapPicture } from "@/features/picture/MapPicture";
import { exactly } from "@/ui/Ago";
import { tell } from "@/ui/tell";
import { Waiting } from "@/ui/Waiting";
import classes from "./history.module.css";
import { versionName } from "./VersionRow";

/** The map as it was, and the way back to it. */
export default function VersionDialog({ n, onClose }: { n: number; onClose: () => void }) {
  const t = useWords();
  const spoken = useLanguage();
  const { id, canEdit, language } = useEditor();
  const { data: version, error } = useVersion(id, n);
  const restoring = useRestoreVersion(id);
  const restore = () =>
    restoring.mutate(n, {
      onSuccess: () => {
        tell.done(t("history-restored"));
        onClose();
      },
    });
  return (
    <Modal
      opened
      fullScreen
      onClose={onClose}
      title={version ? versionName(version, t) : t("history-panel")}
      closeButtonProps={{ "aria-label": t("app-close") }}
      classNames={{ content: classes.dialog, body: classes.body }}
    >
      {error && <Alert color="vermilion">{problemWords(t, error)}</Alert>}
      {!version && !error && <Waiting height="50vh" />}
      {version && (
        <>
          <Group justify="space-between">
            <Text size="sm" c="dimmed">
              {exactly(version.at, spoken)} · {version.author}
              {version.kind === "named" && version.reason && ` · ${version.reason}`}
            </Text>
            {canEdit && (
              <Button
                leftSection={<IconArrowBackUp size={18} aria-hidden />}
                loading={restoring.isPending}
                onClick={restore}
              >
                {t("history-restore")}
              </Button>
            )}
          </Group>
          <div className={classes.picture}>
            <MapPicture map={version.map} language={language} fills />
          </div>
          {canEdit && (
            <Text size="sm" c="dimmed">
              {t("history-restore-what")}
            </Text>
          )}
        </>
      )}
    </Modal>
  );
}
