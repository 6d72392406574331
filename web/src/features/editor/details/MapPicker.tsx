import { Select, TextInput } from "@mantine/core";
import { useOtherMaps } from "@/api/maps";
import { useSession } from "@/api/session";
import { textIn, useWords } from "@/app/i18n";
import { useEditor } from "../state/context";

interface Props {
  readonly label: string;
  readonly description?: string;
  /** Id of the map that is chosen. */
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}

/** Another map of the portfolio. Who sees only the map that was shared reads which one it is. */
export function MapPicker(props: Props) {
  const { canEdit } = useEditor();
  const { data: session } = useSession();
  if (!canEdit || !session || session.actor === "guest") return <ReadOnly {...props} />;
  return <AmongMaps {...props} />;
}

function AmongMaps({ label, description, value, onChange }: Props) {
  const { id, language } = useEditor();
  const t = useWords();
  const { data: maps } = useOtherMaps(true);
  if (!maps) return <ReadOnly label={label} description={description} value={value} />;
  const options = maps
    .filter((map) => map.id !== id || map.id === value)
    .map((map) => ({
      value: map.id,
      label: `${textIn(map.title, language, map.language) || t("editor-untitled-map")} (${map.id})`,
    }))
    .sort((one, other) => one.label.localeCompare(other.label, language));
  const isUnknown = value !== undefined && !options.some((option) => option.value === value);
  return (
    <Select
      label={label}
      description={description}
      data={[
        // The sign that clears the field is for the mouse alone.
        ...(value === undefined ? [] : [{ value: "", label: t("editor-sub-map-none") }]),
        ...(isUnknown ? [{ value, label: t("editor-sub-map-unknown", { map: value }) }] : []),
        ...options,
      ]}
      value={value ?? null}
      searchable
      clearable
      placeholder={t("editor-sub-map-none")}
      nothingFoundMessage={t("editor-nothing-found")}
      onChange={(chosen) => onChange(chosen || undefined)}
    />
  );
}

type Read = Pick<Props, "label" | "value"> & { readonly description?: string | undefined };

function ReadOnly({ label, description, value }: Read) {
  const t = useWords();
  return (
    <TextInput
      label={label}
      description={description}
      placeholder={t("editor-sub-map-none")}
      value={value ?? ""}
      readOnly
    />
  );
}
