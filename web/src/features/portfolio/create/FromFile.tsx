import { Anchor, Button, FileButton, Loader, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconUpload } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useCreateMap } from "@/api/maps";
import { Problem, problemWords } from "@/api/problem";
import type { JourneyMap } from "@/api/types";
import { useLanguage, useWords } from "@/app/i18n";
import { titleOf } from "@/features/picture/picturing";
import { Diagnostics } from "../Diagnostics";
import classes from "./create.module.css";

interface Props {
  dropped: File[];
  folder: string | null;
  onOpen: (map: JourneyMap) => void;
}

/** A file on its way to a map. */
interface Reading {
  name: string;
  source?: string;
  made?: JourneyMap;
  problem?: unknown;
}

/** Makes maps from YAML and JSON files; a file that is no map yet is shown with what to mend. */
export function FromFile({ dropped, folder, onOpen }: Props) {
  const t = useWords();
  const creating = useCreateMap();
  const [readings, setReadings] = useState<Reading[]>([]);
  const update = (name: string, change: Partial<Reading>) =>
    setReadings((before) => before.map((one) => (one.name === name ? { ...one, ...change } : one)));

  const read = async (files: File[]) => {
    setReadings(files.map(({ name }) => ({ name })));
    const made: JourneyMap[] = [];
    for (const file of files) {
      try {
        const source = await file.text();
        update(file.name, { source });
        const isJson = /\.json$/i.test(file.name);
        const map = await creating.mutateAsync({
          source: isJson ? { json: source } : { yaml: source },
          folder,
        });
        update(file.name, { made: map });
        made.push(map);
      } catch (problem) {
        update(file.name, { problem });
      }
    }
    const only = made[0];
    if (files.length === 1 && only) {
      onOpen(only);
    }
  };

  // Files dropped on the page are read once, also where React mounts the dialog twice.
  const begun = useRef<File[] | null>(null);
  useEffect(() => {
    if (dropped.length > 0 && begun.current !== dropped) {
      begun.current = dropped;
      read(dropped);
    }
  });

  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t("portfolio-file-what")}
      </Text>
      <FileButton multiple accept=".yaml,.yml,.json,application/json,application/yaml" onChange={read}>
        {(button) => (
          <Button
            {...button}
            variant="default"
            data-autofocus
            leftSection={<IconUpload size={18} aria-hidden />}
            style={{ alignSelf: "start" }}
          >
            {t("portfolio-file-choose")}
          </Button>
        )}
      </FileButton>
      {readings.length > 0 && (
        <ul className={classes.files} aria-live="polite">
          {readings.map((reading) => (
            <FileRow key={reading.name} reading={reading} onOpen={onOpen} />
          ))}
        </ul>
      )}
    </Stack>
  );
}

function FileRow({ reading, onOpen }: { reading: Reading; onOpen: (map: JourneyMap) => void }) {
  const t = useWords();
  const language = useLanguage();
  const { name, source, made, problem } = reading;
  if (made) {
    return (
      <li className={classes.file}>
        <IconCircleCheck size={20} className={classes.good} aria-hidden />
        <div>
          <strong>{name}</strong>
          <p>
            {t("portfolio-file-made")}{" "}
            <Anchor component="button" type="button" onClick={() => onOpen(made)} dir="auto">
              {titleOf(made, language)}
            </Anchor>
          </p>
        </div>
      </li>
    );
  }
  if (problem === undefined) {
    return (
      <li className={classes.file}>
        <Loader size={18} />
        <strong>{name}</strong>
      </li>
    );
  }
  const diagnostics = problem instanceof Problem ? problem.diagnostics : [];
  return (
    <li className={classes.file}>
      <IconAlertTriangle size={20} className={classes.bad} aria-hidden />
      <div>
        <strong>{name}</strong>
        {diagnostics.length > 0 ? (
          <>
            <p>{t("portfolio-file-mend", { count: diagnostics.length })}</p>
            <Diagnostics diagnostics={diagnostics} source={source} />
          </>
        ) : (
          <p>{problemWords(t, problem)}</p>
        )}
      </div>
    </li>
  );
}
