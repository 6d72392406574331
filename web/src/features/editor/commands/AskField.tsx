import {
  ActionIcon,
  Button,
  ColorSwatch,
  FileInput,
  Group,
  MultiSelect,
  NumberInput,
  Select,
  SimpleGrid,
  TextInput,
} from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useWords } from "@/app/i18n";
import type { Asks } from "@/document/actions/action";
import { useSnapshot } from "@/document/hooks";
import { lookup } from "@/document/lookup";
import { plainText as plain } from "@/document/markdown";
import { ChannelField } from "../details/ChannelField";
import { MapPicker } from "../details/MapPicker";
import { useEditor } from "../state/context";
import { PICTURES } from "../state/images";
import { useUpload } from "../state/useUpload";
import { OFFERED } from "../style/colours";
import { ICONS } from "../style/icons";
import { useTargetWords } from "../targets/words";
import { AskTarget, useTargetsHere } from "./AskTarget";

interface Props {
  readonly asks: Asks;
  readonly label: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  /** An answer that needs no further word. */
  readonly onPick: (value: unknown) => void;
}

/** The field for one kind of question. */
export function AskField({ asks, label, value, onChange, onPick }: Props) {
  const t = useWords();
  const { isSending, take } = useUpload(onPick);
  const text = typeof value === "string" ? value : "";
  switch (asks.kind) {
    case "words":
      return (
        <Group gap="xs">
          {asks.words.map((word) => (
            <Button
              key={word}
              variant={word === value ? "light" : "default"}
              size="compact-md"
              aria-pressed={word === value}
              onClick={() => onPick(word)}
            >
              {t(asks.label(word))}
            </Button>
          ))}
        </Group>
      );
    case "colour":
      return <Colours value={text} onPick={onPick} />;
    case "icon":
      return (
        <SimpleGrid cols={7} spacing="xs">
          {Object.entries(ICONS).map(([name, Shown]) => (
            <ActionIcon
              key={name}
              variant={name === value ? "light" : "default"}
              size="lg"
              aria-label={t(`editor-icon-${name}`)}
              aria-pressed={name === value}
              onClick={() => onPick(name)}
            >
              <Shown size={20} stroke={1.6} />
            </ActionIcon>
          ))}
        </SimpleGrid>
      );
    case "channel":
      return <ChannelField label={label} value={text} onType={onChange} />;
    case "picture":
      return (
        <FileInput
          label={label}
          accept={PICTURES}
          placeholder={t("editor-choose-file")}
          disabled={isSending}
          onChange={take}
        />
      );
    case "number":
      return (
        <NumberInput
          label={label}
          data-autofocus
          value={typeof value === "number" ? value : ""}
          onChange={onChange}
        />
      );
    case "date":
      return (
        <TextInput
          label={label}
          data-autofocus
          type="date"
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case "duration":
      return (
        <TextInput
          label={label}
          data-autofocus
          description={t("editor-duration-how")}
          placeholder="15m"
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case "map":
      return <MapPicker label={label} value={text || undefined} onChange={onChange} />;
    case "target":
      return <AskTarget isThere={asks.isThere} onChange={onChange} />;
    case "records":
      if (asks.table === "targets") return <Targets label={label} value={value} onChange={onChange} />;
      return (
        <Records
          table={asks.table}
          isSingle={asks.isSingle ?? false}
          label={label}
          value={value}
          onChange={onChange}
        />
      );
    case "text":
      return (
        <TextInput
          label={label}
          data-autofocus
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}

function Colours({ value, onPick }: { value: string; onPick: (colour: string) => void }) {
  const t = useWords();
  return (
    <Group gap="xs">
      {OFFERED.map(({ name, colour }) => (
        <ColorSwatch
          key={colour}
          component="button"
          type="button"
          color={colour}
          size={30}
          aria-label={t(`editor-colour-${name}`)}
          title={t(`editor-colour-${name}`)}
          aria-pressed={value === colour}
          style={{ cursor: "pointer", color: "#fff" }}
          onClick={() => onPick(colour)}
        >
          {value === colour && <IconCheck size={16} />}
        </ColorSwatch>
      ))}
    </Group>
  );
}

/** Choosing among the targets of the step one stands on. */
function Targets({ label, value, onChange }: Pick<Props, "label" | "value" | "onChange">) {
  const words = useTargetWords();
  return (
    <Select
      label={label}
      data={useTargetsHere().map((target) => ({ value: target.key, label: words(target) }))}
      value={typeof value === "string" ? value : null}
      onChange={onChange}
    />
  );
}

type Table = Exclude<Extract<Asks, { kind: "records" }>["table"], "targets">;

/** Choosing among things of the map by their names. */
function Records(
  props: Pick<Props, "label" | "value" | "onChange"> & { readonly table: Table; readonly isSingle: boolean },
) {
  const { read } = useEditor();
  const t = useWords();
  const options = useSnapshot(
    (snapshot) => {
      const known = lookup(snapshot);
      const named = {
        evidence: () => snapshot.evidence.map((one) => [one.key, read(one.title)]),
        personas: () => snapshot.personas.map((one) => [one.key, read(one.name)]),
        lanes: () => snapshot.lanes.map((one) => [one.key, read(one.title)]),
        touchpoints: () =>
          [...known.touchpoints.values()].map((one) => [one.touchpoint.key, read(one.touchpoint.title)]),
        places: () => [...known.places.values()].map((one) => [one.key, read(one.title)]),
      }[props.table]();
      return named.map(([value = "", label = ""]) => ({
        value,
        label: plain(label) || t("editor-untitled"),
      }));
    },
    (one, other) => JSON.stringify(one) === JSON.stringify(other),
  );
  const common = {
    label: props.label,
    data: options,
    searchable: true,
    nothingFoundMessage: t("editor-nothing-found"),
  };
  if (props.isSingle || props.table === "lanes" || props.table === "places") {
    return (
      <Select
        {...common}
        value={typeof props.value === "string" ? props.value : null}
        onChange={props.onChange}
      />
    );
  }
  return (
    <MultiSelect
      {...common}
      value={Array.isArray(props.value) ? props.value : []}
      onChange={props.onChange}
    />
  );
}
