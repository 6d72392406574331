import {
  Avatar,
  Button,
  Group,
  Popover,
  Stack,
  Text,
  TextInput,
  UnstyledButton,
  VisuallyHidden,
} from "@mantine/core";
import { IconLogout } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { useRename, useSession, useSignOut } from "@/api/session";
import type { Session } from "@/api/types";
import { useWords } from "@/app/i18n";
import classes from "./header.module.css";

/** Who one is here: the name the others see, and the way out. */
export function WhoMenu() {
  const t = useWords();
  const { data: session } = useSession();
  if (!session) {
    return null;
  }
  return (
    <Popover position="bottom-end" width={280} trapFocus withRoles={false}>
      <Popover.Target>
        <UnstyledButton className={classes.who}>
          <Avatar size={30} color="navy.8" variant="filled" name={session.name} />
          <VisuallyHidden>{t("portfolio-account", { name: session.name })}</VisuallyHidden>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Who session={session} />
      </Popover.Dropdown>
    </Popover>
  );
}

const LONGEST_NAME = 80;

function Who({ session }: { session: Session }) {
  const t = useWords();
  const rename = useRename();
  const signOut = useSignOut();
  const [name, setName] = useState(session.name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    rename.mutate(name.trim());
  };
  return (
    <Stack gap="sm">
      <form onSubmit={submit}>
        <Group align="end" gap="xs" wrap="nowrap">
          <TextInput
            flex={1}
            label={t("portfolio-your-name")}
            description={t("portfolio-your-name-why")}
            maxLength={LONGEST_NAME}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button
            type="submit"
            variant="light"
            loading={rename.isPending}
            disabled={name.trim() === "" || name.trim() === session.name}
          >
            {t("portfolio-your-name-save")}
          </Button>
        </Group>
      </form>
      <Group justify="space-between">
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconLogout size={16} aria-hidden />}
          onClick={() => signOut.mutate()}
        >
          {t("portfolio-sign-out")}
        </Button>
        <Text size="xs" c="dimmed">
          {t("portfolio-version", { version: session.version })}
        </Text>
      </Group>
    </Stack>
  );
}
