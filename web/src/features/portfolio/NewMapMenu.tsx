import { Button, Menu } from "@mantine/core";
import { IconChevronDown, IconFileImport, IconPlus, IconTablePlus, IconTemplate } from "@tabler/icons-react";
import { useWords } from "@/app/i18n";
import classes from "./header.module.css";
import type { Making } from "./making";

const ways: { making: Making; Icon: typeof IconPlus }[] = [
  { making: "template", Icon: IconTemplate },
  { making: "spreadsheet", Icon: IconTablePlus },
  { making: "file", Icon: IconFileImport },
];

/** The ways to a new map, behind one button. */
export function NewMapMenu({ onMake }: { onMake: (making: Making) => void }) {
  const t = useWords();
  return (
    <Menu position="bottom-end" width={300}>
      <Menu.Target>
        <Button
          aria-label={t("portfolio-new")}
          leftSection={<IconPlus size={18} aria-hidden />}
          rightSection={<IconChevronDown size={16} aria-hidden />}
        >
          <span className={classes.newLabel}>{t("portfolio-new")}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {ways.map(({ making, Icon }) => (
          <Menu.Item key={making} leftSection={<Icon size={18} aria-hidden />} onClick={() => onMake(making)}>
            {t(`portfolio-new-${making}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
