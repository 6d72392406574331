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
          <Menu.RadioItem
            key={language}
            lang={language}
            value={language}
            checked={language === spoken}
            checkIcon={<IconCheck size={16} aria-hidden />}
            closeMenuOnClick
            onChange={() => chooseLanguage(language as Language)}
          >
            {name}
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
