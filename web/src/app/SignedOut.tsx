import { List } from "@mantine/core";
import { LanguageMenu } from "@/ui/LanguageMenu";
import { Trouble } from "@/ui/Trouble";
import { useWords } from "./i18n";

/** For whoever has no session: how to get in. */
export function SignedOut() {
  const t = useWords();
  return (
    <Trouble title={t("app-signed-out-title")} advice={t("app-signed-out-advice")}>
      <List spacing="xs">
        <List.Item>{t("app-signed-out-owner")}</List.Item>
        <List.Item>{t("app-signed-out-guest")}</List.Item>
      </List>
      <LanguageMenu />
    </Trouble>
  );
}
