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

let isFirst = true;
const listeners = new Set<() => void>();

/** Calls the listener once there has been a message: from then on there has to be a place to show it. */
export function onFirstNotice(listener: () => void): () => void {
  if (!isFirst) listener();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function show(notice: NotificationData) {
  if (isFirst) for (const listener of listeners) listener();
  isFirst = false;
  const { notifications } = await import("@mantine/notifications");
  notifications.show(notice);
}

async function hide(id: string) {
  const { notifications } = await import("@mantine/notifications");
  notifications.hide(id);
}
