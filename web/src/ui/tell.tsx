import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";

const LONG_ENOUGH_TO_UNDO = 12_000;

/** Short messages in the corner, read out by screen readers. */
export const tell = {
  done(message: string, undo?: { label: string; run: () => void }) {
    const id = crypto.randomUUID();
    notifications.show({
      id,
      color: "green.7",
      icon: <IconCheck size={18} aria-hidden />,
      autoClose: undo ? LONG_ENOUGH_TO_UNDO : 5_000,
      message: undo ? (
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm">{message}</Text>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              notifications.hide(id);
              undo.run();
            }}
          >
            {undo.label}
          </Button>
        </Group>
      ) : (
        message
      ),
    });
  },
  problem(message: string) {
    notifications.show({
      color: "vermilion.7",
      icon: <IconAlertTriangle size={18} aria-hidden />,
      autoClose: LONG_ENOUGH_TO_UNDO,
      message,
    });
  },
};
