import { Alert, Button, Group, SegmentedControl, Skeleton, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { templates, useCreateMap } from "@/api/maps";
import { problemWords } from "@/api/problem";
import type { JourneyMap, Template } from "@/api/types";
import { isLanguage, type Language, languages, textIn, useLanguage, useWords } from "@/app/i18n";
import { MapPicture } from "@/features/picture/MapPicture";
import { MapPreview } from "@/features/picture/MapPreview";
import { Waiting } from "@/ui/Waiting";
import classes from "./create.module.css";

interface Props {
  folder: string | null;
  onMade: (map: JourneyMap) => void;
}

/** The gallery of templates, each drawn from what it holds, in the language the map is to have. */
export function FromTemplate({ folder, onMade }: Props) {
  const t = useWords();
  const reader = useLanguage();
  const [language, setLanguage] = useState<Language>(reader);
  const [name, setName] = useState<string | null>(null);
  const { data: all, error } = useQuery(templates.list());
  if (error) {
    return <Alert color="vermilion">{problemWords(t, error)}</Alert>;
  }
  if (!all) {
    return <Waiting height="20rem" />;
  }
  const chosen = all.find((template) => template.name === name) ?? all[0];
  return (
    <div className={classes.gallery}>
      <div className={classes.templates} role="radiogroup" aria-label={t("portfolio-new-template")}>
        {all.map((template) => (
          <TemplateChoice
            key={template.name}
            template={template}
            language={language}
            checked={template === chosen}
            onChoose={() => setName(template.name)}
          />
        ))}
      </div>
      {chosen && (
        <Chosen
          key={`${chosen.name} ${language}`}
          template={chosen}
          language={language}
          onLanguage={setLanguage}
          folder={folder}
          onMade={onMade}
        />
      )}
    </div>
  );
}

interface ChoiceProps {
  template: Template;
  language: Language;
  checked: boolean;
  onChoose: () => void;
}

function TemplateChoice({ template, language, checked, onChoose }: ChoiceProps) {
  const t = useWords();
  return (
    <label className={classes.template}>
      <input type="radio" name="template" checked={checked} onChange={onChoose} data-autofocus={checked} />
      <MapPreview preview={template.preview} />
      <strong lang={language}>{textIn(template.title, language, "en")}</strong>
      <small>{t("portfolio-template-size", { stages: template.stages.length, steps: template.steps })}</small>
    </label>
  );
}

interface ChosenProps extends Props {
  template: Template;
  language: Language;
  onLanguage: (language: Language) => void;
}

function Chosen({ template, language, onLanguage, folder, onMade }: ChosenProps) {
  const t = useWords();
  const creating = useCreateMap();
  const { data: map } = useQuery(templates.one(template.name, language));
  const [title, setTitle] = useState(textIn(template.title, language, "en"));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const source = { template: template.name, language, title: title.trim() };
    creating.mutate({ source, folder }, { onSuccess: onMade });
  };
  return (
    <form className={classes.chosen} onSubmit={submit}>
      <Group align="end" gap="sm">
        <TextInput
          label={t("portfolio-template-title")}
          value={title}
          maxLength={200}
          flex="1 1 16rem"
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <SegmentedControl
          aria-label={t("portfolio-template-language")}
          value={language}
          data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
          onChange={(value) => isLanguage(value) && onLanguage(value)}
        />
        <Button type="submit" loading={creating.isPending} disabled={title.trim() === ""}>
          {t("portfolio-template-create")}
        </Button>
      </Group>
      {creating.error && <Alert color="vermilion">{problemWords(t, creating.error)}</Alert>}
      {Object.keys(template.purpose).length > 0 && (
        <Text size="sm" c="dimmed" lang={language}>
          {textIn(template.purpose, language, "en")}
        </Text>
      )}
      {map ? <MapPicture map={map} language={language} /> : <Skeleton height="24rem" animate={false} />}
    </form>
  );
}
