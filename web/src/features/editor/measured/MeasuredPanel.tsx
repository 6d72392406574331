import { Button, Group, Progress, Stack, Table, Text, Title } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useWords } from "@/app/i18n";
import { useSnapshot } from "@/document/hooks";
import { lookup } from "@/document/lookup";
import { plainText } from "@/document/markdown";
import { useEditor } from "../state/context";
import { useNumbers } from "../state/numbers";
import { useMeasurement, useMeasuring } from "./useMeasurement";

/** When the map was measured, what does not fit it, and the button that measures it again. */
export default function MeasuredPanel() {
  const { id, read } = useEditor();
  const t = useWords();
  const numbers = useNumbers();
  const { measurement, measuredAt } = useMeasurement(id);
  const places = useSnapshot((snapshot) => lookup(snapshot).places);
  const titleOf = (step: string) => {
    const place = [...places.values()].find((place) => place.id === step);
    return plainText(read(place?.title)) || step;
  };
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {measuredAt
          ? t("editor-measured-at", { date: numbers.date(measuredAt) })
          : t("editor-measured-never")}
      </Text>
      <Again map={id} />
      {measurement && measurement.not_on_map.length > 0 && (
        <section>
          <Title order={3} size="sm" mb={4}>
            {t("editor-not-on-map")}
          </Title>
          <Text size="xs" c="dimmed" mb="xs">
            {t("editor-not-on-map-about")}
          </Text>
          <Table verticalSpacing={4} fz="sm" aria-label={t("editor-not-on-map")}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("editor-event")}</Table.Th>
                <Table.Th ta="right">{t("editor-travellers")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {measurement.not_on_map.map(({ event, travellers }) => (
                <Table.Tr key={event}>
                  <Table.Td style={{ overflowWrap: "anywhere" }}>{event}</Table.Td>
                  <Table.Td ta="right">{numbers.count(travellers)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </section>
      )}
      {measurement && measurement.never_taken.length > 0 && (
        <section>
          <Title order={3} size="sm" mb={4}>
            {t("editor-never-taken")}
          </Title>
          <Text size="sm">{measurement.never_taken.map(titleOf).join(", ")}</Text>
        </section>
      )}
    </Stack>
  );
}

function Again({ map }: { map: string }) {
  const t = useWords();
  const { canEdit } = useEditor();
  const { job, start, cancel } = useMeasuring(map);
  if (!canEdit) return null;
  if (job?.state === "running") {
    return (
      <div>
        <Progress value={job.progress * 100} aria-label={t("editor-measuring")} animated mb="xs" />
        <Group justify="space-between">
          <Text size="sm" role="status">
            {t("editor-measuring")}
          </Text>
          <Button size="compact-sm" variant="default" onClick={cancel}>
            {t("editor-cancel")}
          </Button>
        </Group>
      </div>
    );
  }
  return (
    <div>
      <Button variant="default" leftSection={<IconRefresh aria-hidden size={16} />} onClick={start}>
        {t("editor-measure-again")}
      </Button>
      {job?.state === "failed" && (
        <Text size="sm" c="red" mt="xs" role="alert">
          {t("editor-measuring-failed", { reason: job.message ?? "" })}
        </Text>
      )}
    </div>
  );
}
