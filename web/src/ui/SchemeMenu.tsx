import {
  ActionIcon,
  Group,
  type MantineColorScheme,
  Menu,
  Tooltip,
  useMantineColorScheme,
} from "@mantine/core";
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun } from "@tabler/icons-react";
import { useWords } from "@/app/i18n";

const schemes: { scheme: MantineColorScheme; Icon: typeof IconSun }[] = [
  { scheme: "light", Icon: IconSun },
  { scheme: "dark", Icon: IconMoon },
  { scheme: "auto", Icon: IconDeviceDesktop },
];

/** Switches between light and dark, or follows the system. */
export function SchemeMenu() {
  const t = useWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const Chosen = schemes.find(({ scheme }) => scheme === colorScheme)?.Icon ?? IconSun;
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <Tooltip label={t("app-scheme")}>
          <ActionIcon variant="subtle" color="gray" c="dimmed" size="lg" aria-label={t("app-scheme")}>
            <Chosen size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {schemes.map(({ scheme, Icon }) => (
          <Menu.RadioItem
            key={scheme}
            value={scheme}
            checked={scheme === colorScheme}
            checkIcon={<IconCheck size={16} aria-hidden />}
            closeMenuOnClick
            onChange={() => setColorScheme(scheme)}
          >
            <Group gap="xs" wrap="nowrap">
              <Icon size={16} aria-hidden />
              {t(`app-scheme-${scheme}`)}
            </Group>
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
