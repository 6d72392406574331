import { Button, Group, Text } from "@mantine/core";
import type { NotificationData } from "@mantine/notifications";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";

const LONG_ENOUGH_TO_UNDO = 12_000;

/** Short messages at the edge of the page, read out by screen readers. */
export const tell = {
  done(message: string, undo?: { label: string; run: () => void }) {
    const id = crypto.randomUUID();
    show({
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
              hide(id);
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
    show({
      color: "vermilion.7",
      icon: <IconAlertTriangle size={18} aria-hidden />,
      autoClose: LONG_ENOUGH_TO_UNDO,
      message,
    });
  },
};

// Loaded with the first message, which `Notices` has usually done by then.
async function show(notice: NotificationData) {
  const { notifications } = await import("@mantine/notifications");
  notifications.show(notice);
}

async function hide(id: string) {
  const { notifications } = await import("@mantine/notifications");
  notifications.hide(id);
}
