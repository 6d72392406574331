import { Button, Stack, Text, TextInput, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { type FormEvent, useState } from "react";
import { useLocation } from "wouter";
import { problemWords } from "@/api/problem";
import { useEnterAsGuest, useGreeting } from "@/api/session";
import { textIn, useLanguage, useWords } from "@/app/i18n";
import { LanguageMenu } from "@/ui/LanguageMenu";
import { Mark } from "@/ui/Mark";
import { Trouble } from "@/ui/Trouble";
import { Waiting } from "@/ui/Waiting";

const LONGEST_NAME = 60;

/** Greets whoever follows a share link and asks for the name the others will see. */
export default function GreetingPage({ secret }: { secret: string }) {
  const t = useWords();
  const language = useLanguage();
  const [, go] = useLocation();
  const greeting = useGreeting(secret);
  const enter = useEnterAsGuest();
  const [name, setName] = useState("");
  useDocumentTitle(greeting.data ? textIn(greeting.data.title, language, "") : "Kelias");

  if (greeting.error) {
    return (
      <Trouble title={t("share-greeting-closed")} advice={problemWords(t, greeting.error)}>
        <LanguageMenu />
      </Trouble>
    );
  }
  if (!greeting.data) {
    return <Waiting />;
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate({ link: secret, name: name.trim() }, { onSuccess: ({ map }) => go(`/maps/${map}`) });
  };
  return (
    <Stack component="main" maw="28rem" mx="auto" mih="100dvh" justify="center" p="xl" gap="md">
      <Mark size={44} />
      <Stack gap={4}>
        <Text c="dimmed">{t("share-greeting-invited")}</Text>
        <Title order={1} size="h2" dir="auto">
          {textIn(greeting.data.title, language, "")}
        </Title>
      </Stack>
      <Text>{t(greeting.data.can_edit ? "share-greeting-edit" : "share-greeting-view")}</Text>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t("share-greeting-name")}
            description={t("share-greeting-name-why")}
            size="md"
            required
            withAsterisk={false}
            maxLength={LONGEST_NAME}
            autoComplete="name"
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" size="md" loading={enter.isPending} disabled={name.trim() === ""}>
            {t("share-greeting-open")}
          </Button>
        </Stack>
      </form>
      <LanguageMenu />
    </Stack>
  );
}
