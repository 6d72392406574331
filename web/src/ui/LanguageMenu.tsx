import { Button, Menu, VisuallyHidden } from "@mantine/core";
import { IconCheck, IconLanguage } from "@tabler/icons-react";
import { chooseLanguage, type Language, languages, useLanguage, useWords } from "@/app/i18n";

/** Switches the page's language. */
export function LanguageMenu() {
  const t = useWords();
  const spoken = useLanguage();
  return (
    <Menu position="bottom-end" width={180}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          c="dimmed"
          px="xs"
          leftSection={<IconLanguage size={18} aria-hidden />}
          style={{ alignSelf: "start" }}
        >
          {spoken.toUpperCase()}
          <VisuallyHidden>{t("app-language", { language: languages[spoken] })}</VisuallyHidden>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {Object.entries(languages).map(([language, name]) => (
          <Menu.Item
            key={language}
            lang={language}
            role="menuitemradio"
            aria-checked={language === spoken}
            rightSection={language === spoken && <IconCheck size={16} aria-hidden />}
            onClick={() => chooseLanguage(language as Language)}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
