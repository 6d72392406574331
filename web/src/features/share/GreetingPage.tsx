import { Button, Stack, Text, TextInput, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import { Problem, problemWords } from "@/api/problem";
import { useEnterAsGuest, useGreeting } from "@/api/session";
import { useWords } from "@/app/i18n";
import { LanguageMenu } from "@/ui/LanguageMenu";
import { Standing } from "@/ui/Standing";
import { Trouble } from "@/ui/Trouble";
import { Waiting } from "@/ui/Waiting";

/** Greets whoever follows a share link and asks for the name the others will see. */
export default function GreetingPage({ secret }: { secret: string }) {
  const t = useWords();
  const { data: greeting, error } = useGreeting(secret);
  useDocumentTitle(greeting?.title ?? "Kelias");

  if (error) {
    const isUnknown = error instanceof Problem && error.status === 404;
    const advice = isUnknown ? t("share-greeting-unknown") : problemWords(t, error);
    return (
      <Trouble title={t("share-greeting-closed")} advice={advice}>
        <LanguageMenu />
      </Trouble>
    );
  }
  if (!greeting) {
    return <Waiting />;
  }
  return (
    <Standing>
      <Stack gap={4}>
        <Text c="dimmed">{t("share-greeting-invited")}</Text>
        <Title order={1} size="h2" dir="auto">
          {greeting.title}
        </Title>
      </Stack>
      <Text>{t(greeting.can_edit ? "share-greeting-edit" : "share-greeting-view")}</Text>
      <NameForm secret={secret} />
      <LanguageMenu />
    </Standing>
  );
}

const LONGEST_NAME = 80;

function NameForm({ secret }: { secret: string }) {
  const t = useWords();
  const [, go] = useLocation();
  const enter = useEnterAsGuest();
  const [name, setName] = useState("");
  const field = useRef<HTMLInputElement>(null);
  // The name is all that is asked here, so the cursor waits in its field.
  useEffect(() => field.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate({ link: secret, name: name.trim() }, { onSuccess: ({ map }) => go(`/maps/${map}`) });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          ref={field}
          label={t("share-greeting-name")}
          description={t("share-greeting-name-why")}
          size="md"
          maxLength={LONGEST_NAME}
          autoComplete="name"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" size="md" loading={enter.isPending} disabled={name.trim() === ""}>
          {t("share-greeting-open")}
        </Button>
      </Stack>
    </form>
  );
}
