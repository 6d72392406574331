import { Modal, Text } from "@mantine/core";
import type { MapSummary } from "@/api/types";
import { useWords } from "@/app/i18n";
import { Diagnostics } from "./Diagnostics";
import { useTitle } from "./useTitle";

/** What keeps the file of a map from being read, for whoever mends it. */
export default function ProblemsDialog({ map, onClose }: { map: MapSummary; onClose: () => void }) {
  const t = useWords();
  const title = useTitle();
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t("portfolio-problems-title", { title: title(map) })}
      closeButtonProps={{ "aria-label": t("app-close") }}
    >
      <Text size="sm" mb="md">
        {t("portfolio-problems-what")}
      </Text>
      <Diagnostics diagnostics={map.problems ?? []} />
    </Modal>
  );
}
